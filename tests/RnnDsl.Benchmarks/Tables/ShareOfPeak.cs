using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Peak;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Tables;

/// <summary>
/// The fraction of the machine's peak that the largest cells reach. Only the operations of a pass count: the GFLOP/s of a
/// line, which are the peers', count the gradients of the inputs too, which only the cells with them compute.
/// </summary>
public static class ShareOfPeak
{
    private static readonly Point Large = new(512, 64, 50, 512);

    /// <summary>The passes of each cell at the largest point, as shares of the peak; null if it was not timed.</summary>
    public static TextTable? Table(FmaPeak peak, IReadOnlyList<Measurement> ours)
    {
        var times = ours.Where(x => x.Point == Large)
            .ToLookup(x => (x.Cell, x.Pass), x => Computed(x) * x.Gflops / peak.Gflops);
        if (times.Count == 0)
        {
            return null;
        }

        var passes = Pass.All.Where(pass => times.Any(x => x.Key.Pass == pass)).ToList();
        var table = new TextTable($"rnndsl at {Large}: share of the {peak.Bits}-bit peak", ["cell", .. passes]);
        foreach (var cell in times.Select(x => x.Key.Cell).Distinct())
        {
            table.Add(cell, passes.Select(pass => Text(times[(cell, pass)])));
        }
        return table;
    }

    /// <summary>The part of the operations of a line that its pass computes.</summary>
    private static double Computed(Measurement line)
    {
        if (line.Pass is not (Pass.Backward or Pass.Train) || Contender.Find(line.Cell) is { HasInputGradients: true })
        {
            return 1;
        }

        var (point, counted) = (line.Point, (double)Pass.Factor(line.Pass));
        return (counted - (double)point.Input / (point.Hidden + point.Input)) / counted;
    }

    private static string Text(IEnumerable<double> share) =>
        share.Select(x => string.Create(CultureInfo.InvariantCulture, $"{100 * x:F0} %")).FirstOrDefault("-");
}
