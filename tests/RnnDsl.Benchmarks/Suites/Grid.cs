using BenchmarkDotNet.Attributes;
using RnnDsl.Benchmarks.Contenders;

namespace RnnDsl.Benchmarks.Suites;

/// <summary>What the suites over batches run: each cell at each point of the grid.</summary>
public abstract class Grid
{
    public static IEnumerable<string> Cells => Contender.All.Select(x => x.Name);

    public static IEnumerable<Point> Points => Point.Grid;

    [ParamsSource(nameof(Cells))]
    public string Cell { get; set; } = "";

    [ParamsSource(nameof(Points))]
    public Point Point { get; set; }

    /// <summary>The passes of the cell at the point.</summary>
    protected Work Work { get; private set; } = null!;

    [GlobalSetup]
    public void Prepare() => Work = Contender.Find(Cell)!.Prepare(Point, threads: 1);
}
