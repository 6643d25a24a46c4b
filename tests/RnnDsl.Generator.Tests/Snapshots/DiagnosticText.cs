using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Tests.Snapshots;

/// <summary>Diagnostics in the notation of Verify: JSON without quotes, and the marked lines of source in a comment.</summary>
internal static class DiagnosticText
{
    public static string Of(IReadOnlyList<Diagnostic> diagnostics) =>
        $"{{\n  Diagnostics: [\n{string.Join(",\n", diagnostics.Select(One))}\n  ]\n}}";

    private static string One(Diagnostic diagnostic)
    {
        var members = new List<string>();
        if (diagnostic.Location != Location.None)
        {
            members.Add($"      Location: {Place(diagnostic.Location)}");
        }
        members.Add($"      Message: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        members.Add($"      Severity: {diagnostic.Severity}");
        if (diagnostic.WarningLevel != 0)
        {
            members.Add($"      WarningLevel: {diagnostic.WarningLevel}");
        }
        members.Add($"      Descriptor: {{\n{Descriptor(diagnostic.Descriptor)}\n      }}");
        return $"    {{\n{string.Join(",\n", members)}\n    }}";
    }

    private static string Descriptor(DiagnosticDescriptor descriptor)
    {
        var members = new List<string> { $"Id: {descriptor.Id}", $"Title: {Text(descriptor.Title)}" };
        if (Text(descriptor.Description) is { Length: > 0 } description)
        {
            members.Add($"Description: {description}");
        }
        if (!string.IsNullOrWhiteSpace(descriptor.HelpLinkUri))
        {
            members.Add($"HelpLink: {descriptor.HelpLinkUri}");
        }
        members.Add($"MessageFormat: {Text(descriptor.MessageFormat)}");
        members.Add($"Category: {descriptor.Category}");
        members.Add($"DefaultSeverity: {descriptor.DefaultSeverity}");
        members.Add($"IsEnabledByDefault: {(descriptor.IsEnabledByDefault ? "true" : "false")}");
        return string.Join(",\n", members.Select(x => "        " + x));
    }

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Place(Location location)
    {
        var span = location.GetMappedLineSpan();
        var place = $"{span.Path.Replace('/', '\\')}: {span.Span}";
        if (location.SourceTree is not { } tree)
        {
            return place;
        }

        var comment = new StringBuilder("/*\n");
        var lines = tree.GetText().Lines;
        var first = Math.Max(span.StartLinePosition.Line - 1, 0);
        var last = Math.Min(span.EndLinePosition.Line + 1, lines.Count - 1);
        for (var i = first; i <= last; i++)
        {
            comment.Append(lines[i]).Append('\n');
            if (lines[i].Span.Intersection(location.SourceSpan) is { } marked)
            {
                comment.Append(' ', marked.Start - lines[i].Start).Append('^', marked.Length).Append('\n');
            }
        }
        return $"{comment}*/\n{place}";
    }
}
