using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations;

/// <summary>
/// Prints the members that the generator will write, without their bodies. A generator does not see its own output, but
/// the bodies that it lowers call it: <c>rnn.Scan(window).Last</c>.
/// </summary>
public static class StubPrinter
{
    public const string Path = DslNames.GeneratedFolder + "Signatures.cs";

    public static string Print(IEnumerable<Signature> signatures)
    {
        var writer = new SourceWriter();
        foreach (var signature in signatures.Where(s => s.Members.Count > 0))
        {
            var headers =
                signature.Namespace.Length > 0
                    ? new[] { "namespace " + signature.Namespace }.Concat(signature.Headers)
                    : signature.Headers;
            writer.Line(string.Join(" { ", headers) + " {");
            writer.Lines(signature.Members);
            writer.Line(string.Concat(headers.Select(_ => "}")));
        }

        return writer.ToString();
    }
}
