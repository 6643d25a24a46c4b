using System.Globalization;
using RnnDsl.Benchmarks.Peak;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Tables;

/// <summary>How much of what the machine can compute the largest cells do compute.</summary>
public static class ShareOfPeak
{
    private static readonly Point Large = new(512, 64, 50, 512);

    /// <summary>The passes of each cell at the largest point, as shares of the peak; null if it was not timed.</summary>
    public static TextTable? Table(FmaPeak peak, IReadOnlyList<Measurement> ours)
    {
        var times = ours.Where(x => x.Point == Large).ToLookup(x => (x.Cell, x.Pass), x => x.Gflops / peak.Gflops);
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

    private static string Text(IEnumerable<double> share) =>
        share.Select(x => string.Create(CultureInfo.InvariantCulture, $"{100 * x:F0} %")).FirstOrDefault("-");
}
