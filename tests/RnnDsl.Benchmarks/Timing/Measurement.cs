using System.Globalization;

namespace RnnDsl.Benchmarks.Timing;

/// <summary>One line: who did what, at which sizes, and how fast.</summary>
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

    /// <summary>Reads a line of a peer; null if it is none.</summary>
    public static Measurement? TryParse(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != Fields)
        {
            return null;
        }

        Span<int> sizes = stackalloc int[4];
        for (var i = 0; i < sizes.Length; i++)
        {
            if (!int.TryParse(parts[2 + i], NumberStyles.None, CultureInfo.InvariantCulture, out sizes[i]))
            {
                return null;
            }
        }

        return
            double.TryParse(parts[7], CultureInfo.InvariantCulture, out var milliseconds)
            && double.TryParse(parts[8], CultureInfo.InvariantCulture, out var gflops)
            ? new(parts[0], parts[1], new(sizes[0], sizes[1], sizes[2], sizes[3]), parts[6], milliseconds, gflops)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{System} {Cell} {Point} {Pass} {Milliseconds:F4} {Gflops:F1}");
}
