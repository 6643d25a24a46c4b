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
    private bool isLeft;

    public IReadOnlyList<(string Rule, Location Place, string[] Arguments)> Reported => reported;

    /// <summary>For each <see cref="Ir.Node.Origin"/> its location in the source.</summary>
    public IReadOnlyList<Location> Origins => origins;

    public bool HasErrors { get; private set; }

    /// <summary>Whether there is no error but one that is left to the compiler.</summary>
    public bool IsLeftToCompiler => isLeft && !IsReported;

    /// <summary>Whether one of the diagnostics is an error.</summary>
    public bool IsReported { get; private set; }

    public void Report(DiagnosticDescriptor rule, Location location, params object?[] arguments)
    {
        var texts = arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        reported.Add((rule.Id, location, texts.ToArray()));
        IsReported |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        HasErrors |= IsReported;
    }

    /// <summary>The C# compiler has already reported the error.</summary>
    public void LeaveToCompiler() => HasErrors = isLeft = true;

    /// <summary>The error is in another class, and reported there.</summary>
    public void LeaveToOther() => HasErrors = true;

    /// <summary>The next pre-order number.</summary>
    public int Visit(SyntaxNode syntax)
    {
        origins.Add(syntax.GetLocation());
        return origins.Count - 1;
    }
}
