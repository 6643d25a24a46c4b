using System.CommandLine;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Memory;
using RnnDsl.Benchmarks.Peak;
using RnnDsl.Benchmarks.Peers;
using RnnDsl.Benchmarks.Tables;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Times the cells, and compares them with other systems, with each other, and with the machine's peak.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var threads = ThreadsOption.Create();
        var peers = new Option<string?>("--peers")
        {
            Description =
                "A file with the times of other systems (onednn, torch-VERSION, onnxruntime, or rnndsl of an earlier run), "
                + $"a line each: {Measurement.Form}. Comments begin with #.",
            HelpName = "FILE",
        };
        var cells = CellOption.Create("all");
        var points = PointOption.Create("the ten of the grid");
        var passes = PassOption.Create();
        var command = new Command(
            "compare",
            "Times every pass of every cell, a line each in the peers' format; then prints tables of ratios to the peers, of "
                + "each cell's speed to the LSTM's, of the machine's peak, and of the memory of training."
        )
        {
            threads,
            peers,
            cells,
            points,
            passes,
        };
        command.SetAction(options =>
            Run(
                options.GetValue(threads),
                options.GetValue(peers),
                options.Values(cells, Contender.All),
                options.Values(points, Point.Grid),
                options.Values(passes, Pass.All)
            )
        );
        return command;
    }

    private static void Run(
        int threads,
        string? peersFile,
        IReadOnlyList<Contender> cells,
        IReadOnlyList<Point> points,
        IReadOnlyList<string> passes
    )
    {
        if (!cells.Any(cell => passes.Any(cell.Passes.Contains)))
        {
            throw new ArgumentException(
                $"There is nothing to time: cells with {Contender.InputGradients} are timed in {Pass.Backward} and "
                    + $"{Pass.Train} only."
            );
        }

        // Read first, so that an invalid file is refused before minutes of timing.
        var theirs = peersFile is null ? [] : PeersFile.Read(peersFile);
        var peaks = FmaPeak.Measure(threads);
        foreach (var peak in peaks)
        {
            Console.WriteLine(peak);
        }

        var ours = new List<Measurement>();
        foreach (var time in Times(threads, cells, points, passes))
        {
            Console.WriteLine(time);
            Console.Out.Flush();
            ours.Add(time);
        }

        IEnumerable<TextTable?> tables =
        [
            .. new PeerTable(peaks.Max(x => x.Gflops)).Tables(ours, theirs),
            OverLstm.Table(Pass.Inference, ours),
            OverLstm.Table(Pass.Train, ours),
            ShareOfPeak.Table(peaks[0], ours),
            LstmMemory.Table(),
        ];
        foreach (var table in tables.OfType<TextTable>())
        {
            Console.WriteLine();
            Console.Write(table);
        }
    }

    private static IEnumerable<Measurement> Times(
        int threads,
        IReadOnlyList<Contender> cells,
        IReadOnlyList<Point> points,
        IReadOnlyList<string> passes
    ) =>
        from point in points
        from cell in cells
        let ofCell = passes.Where(cell.Passes.Contains).ToList()
        where ofCell.Count > 0 && point.Hidden <= cell.MostUnits
        let work = cell.Prepare(point, threads)
        from pass in ofCell
        select Measurement.Of(cell, point, pass, PassTime.Best(work, pass));
}
