using System.Globalization;
using RnnDsl.Benchmarks.Tables;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Peers;

/// <summary>How many times as long as ours a peer's passes take: a row for each point, a column for each cell.</summary>
/// <param name="peak">What the machine can compute at most, in GFLOP/s; a peer's line with more is left out of the mean.</param>
public sealed class PeerTable(double peak)
{
    /// <summary>A table for each peer and pass, in the order of the peers' first lines.</summary>
    public IEnumerable<TextTable> Tables(IReadOnlyList<Measurement> ours, IReadOnlyList<PeerTime> theirs) =>
        from peer in theirs.Select(x => x.Peer).Distinct()
        from pass in Pass.All
        let table = Table(
            peer,
            pass,
            [.. ours.Where(x => x.Pass == pass)],
            [.. theirs.Where(x => x.Peer == peer && x.Line.Pass == pass)]
        )
        where table is not null
        select table;

    private TextTable? Table(string peer, string pass, List<Measurement> ours, List<PeerTime> theirs)
    {
        var pairs = ours.Select(x => (Ours: x, Theirs: Fastest(x, theirs))).Where(x => x.Theirs is not null).ToList();
        if (pairs.Count == 0)
        {
            return null;
        }

        var cells = pairs.Select(x => x.Ours.Cell).Distinct().ToList();
        var table = new TextTable(
            $"{peer}, {pass}: its time over rnndsl's (above 1 rnndsl is faster)",
            ["H B T I", .. cells]
        );
        foreach (var row in pairs.GroupBy(x => x.Ours.Point))
        {
            var ratios = row.ToDictionary(x => x.Ours.Cell, x => Text(x.Ours, x.Theirs!));
            table.Add(row.Key.ToString(), cells.Select(cell => ratios.GetValueOrDefault(cell, Ratio.Text(null))));
        }
        table.Add(Ratio.Mean, cells.Select(cell => Ratio.Text(Mean(pairs.Where(x => x.Ours.Cell == cell)!))));
        foreach (
            var line in pairs.Select(x => x.Theirs!).Where(x => x.IsImpossible(peak)).Select(x => x.Line).Distinct()
        )
        {
            table.Note(Impossible(line));
        }
        return table;
    }

    /// <summary>A peer may have been timed more than once.</summary>
    private PeerTime? Fastest(Measurement ours, List<PeerTime> theirs) =>
        theirs
            .Where(x => x.Line.Point == ours.Point && x.Cells.Contains(ours.Cell))
            .OrderBy(x => x.IsImpossible(peak))
            .ThenBy(x => x.Line.Milliseconds)
            .FirstOrDefault();

    private string Text(Measurement ours, PeerTime theirs) =>
        (theirs.IsImpossible(peak) ? "*" : "") + Ratio.Text(theirs.Line.Milliseconds / ours.Milliseconds);

    private double? Mean(IEnumerable<(Measurement Ours, PeerTime Theirs)> pairs) =>
        GeometricMean.Of(
            pairs.Where(x => !x.Theirs.IsImpossible(peak)).Select(x => x.Theirs.Line.Milliseconds / x.Ours.Milliseconds)
        );

    private string Impossible(Measurement line) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"* not in the mean: {line.Cell} at {line.Point} would be {line.Gflops:F1} GFLOP/s, "
                + $"more than the {peak:F1} that this machine can compute"
        );
}
