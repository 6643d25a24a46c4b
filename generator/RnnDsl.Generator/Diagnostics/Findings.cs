using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Diagnostics;

/// <summary>
/// Collects the diagnostics of the lowering of one class, and the locations of its values. They are returned as a
/// <see cref="Reporting.ClassReport"/>, separate from the model: a model with locations would change with every key stroke above it.
/// </summary>
public sealed class Findings
{
    private readonly List<(string Rule, Location Place, string[] Arguments)> reported = [];
    private readonly List<Location> origins = [];

    public IReadOnlyList<(string Rule, Location Place, string[] Arguments)> Reported => reported;

    /// <summary>For each <see cref="Ir.Node.Origin"/> its location in the source.</summary>
    public IReadOnlyList<Location> Origins => origins;

    public bool HasErrors { get; private set; }

    public void Report(DiagnosticDescriptor rule, Location location, params object?[] arguments)
    {
        var texts = arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        reported.Add((rule.Id, location, texts.ToArray()));
        HasErrors |= rule.DefaultSeverity == DiagnosticSeverity.Error;
    }

    /// <summary>The C# compiler has already reported the error.</summary>
    public void LeaveToCompiler() => HasErrors = true;

    /// <summary>The next pre-order number.</summary>
    public int Visit(SyntaxNode syntax)
    {
        origins.Add(syntax.GetLocation());
        return origins.Count - 1;
    }
}
