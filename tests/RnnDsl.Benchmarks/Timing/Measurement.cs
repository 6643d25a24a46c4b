using System.Globalization;
using RnnDsl.Benchmarks.Contenders;

namespace RnnDsl.Benchmarks.Timing;

/// <summary>One line: the system, the work, its sizes and its speed.</summary>
/// <param name="System">The system: <c>rnndsl</c>, <c>onednn</c>.</param>
/// <param name="Cell">The cell, in that system's words.</param>
/// <param name="Point">The sizes.</param>
/// <param name="Pass">What was timed.</param>
/// <param name="Milliseconds">The time.</param>
/// <param name="Gflops">Billions of operations of the matrix products in a second.</param>
public sealed record Measurement(
    string System,
    string Cell,
    Point Point,
    string Pass,
    double Milliseconds,
    double Gflops
)
{
    private const int Fields = 9;

    /// <summary>What a line looks like, for messages.</summary>
    public const string Form =
        "'SYSTEM CELL HIDDEN BATCH STEPS INPUT PASS MILLISECONDS GFLOPS', such as "
        + "'onednn lstm 64 32 100 64 train 9.7440 64.6'";

    /// <summary>A pass of a cell of ours that took so long.</summary>
    public static Measurement Of(Contender contender, Point point, string pass, double milliseconds)
    {
        var operations = Benchmarks.Pass.Factor(pass) * point.Operations(contender.Inputs, contender.Gates);
        return new("rnndsl", contender.Name, point, pass, milliseconds, operations / milliseconds / 1e6);
    }

    /// <summary>Reads a line; null if it is none.</summary>
    public static Measurement? TryParse(string line)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
            parts.Length == Fields
            && Point.TryParse(parts.AsSpan(2, 4), out var point)
            && Benchmarks.Pass.All.Contains(parts[6])
            && TryParse(parts[7], out var milliseconds)
            && TryParse(parts[8], out var gflops)
            ? new(parts[0], parts[1], point, parts[6], milliseconds, gflops)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{System} {Cell} {Point} {Pass} {Milliseconds:F4} {Gflops:F1}");

    private static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value)
        && value > 0;
}
