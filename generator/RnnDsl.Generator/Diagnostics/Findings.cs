using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Diagnostics;

/// <summary>
/// What the lowering of one class finds beside the model: its diagnostics, and the locations of the values. They leave it as a
/// <see cref="Reporting.ClassReport"/>, beside the model: a model that held a location would change with every key stroke above it.
/// </summary>
public sealed class Findings
{
    private readonly List<(string Rule, Location Place, string[] Arguments)> reported = [];
    private readonly List<Location> origins = [];

    public IReadOnlyList<(string Rule, Location Place, string[] Arguments)> Reported => reported;

    /// <summary>For each <see cref="Ir.Node.Origin"/> the place that it came from.</summary>
    public IReadOnlyList<Location> Origins => origins;

    public bool HasErrors { get; private set; }

    public void Report(DiagnosticDescriptor rule, Location location, params object?[] arguments)
    {
        var texts = arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        reported.Add((rule.Id, location, texts.ToArray()));
        HasErrors |= rule.DefaultSeverity == DiagnosticSeverity.Error;
    }

    /// <summary>The C# compiler has already told the user what is wrong.</summary>
    public void LeaveToCompiler() => HasErrors = true;

    /// <summary>The next pre-order number.</summary>
    public int Visit(SyntaxNode syntax)
    {
        origins.Add(syntax.GetLocation());
        return origins.Count - 1;
    }
}
