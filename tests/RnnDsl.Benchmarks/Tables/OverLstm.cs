using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Tables;

/// <summary>
/// Checks the promise of the library: any cell computes about as fast as the library's LSTM.
/// </summary>
public static class OverLstm
{
    private const string Lstm = "lstm";

    /// <summary>The least that is promised.</summary>
    private const double Promised = 0.85;

    /// <summary>Each cell's operations in a second over the LSTM's; null if it was not timed, or nothing else was.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="ours">What was measured.</param>
    public static TextTable? Table(string pass, IReadOnlyList<Measurement> ours)
    {
        // The gradients of the inputs are work that is not counted, so cells with them say nothing about the promise.
        var times = ours.Where(x => x.Pass == pass && Contender.Find(x.Cell) is not { HasInputGradients: true })
            .ToList();
        var lstm = times.Where(x => x.Cell == Lstm).ToDictionary(x => x.Point, x => x.Gflops);
        var cells = times.Select(x => x.Cell).Where(x => x != Lstm).Distinct().ToList();
        if (lstm.Count == 0 || cells.Count == 0)
        {
            return null;
        }

        var ratios = times
            .Where(x => lstm.ContainsKey(x.Point))
            .ToDictionary(x => (x.Point, x.Cell), x => x.Gflops / lstm[x.Point]);
        var title = $"rnndsl, {pass}: GFLOP/s of each cell over those of {Lstm}; * is below {Promised:F2}";
        var table = new TextTable(title, ["H B T I", .. cells]);
        foreach (var point in lstm.Keys)
        {
            table.Add(point.ToString(), cells.Select(cell => Text(ratios, point, cell)));
        }
        table.Add(Ratio.Mean, cells.Select(cell => Ratio.Text(Mean(ratios, cell))));
        return table;
    }

    private static string Text(Dictionary<(Point, string), double> ratios, Point point, string cell) =>
        !ratios.TryGetValue((point, cell), out var ratio) ? Ratio.Text(null)
        : ratio < Promised ? "*" + Ratio.Text(ratio)
        : Ratio.Text(ratio);

    private static double? Mean(Dictionary<(Point Point, string Cell), double> ratios, string cell) =>
        GeometricMean.Of(ratios.Where(x => x.Key.Cell == cell).Select(x => x.Value));
}
