using BenchmarkDotNet.Attributes;
using RnnDsl.Benchmarks.Commands;
using RnnDsl.Benchmarks.Contenders;

namespace RnnDsl.Benchmarks.Suites;

/// <summary>One step of one sequence, as a live stream takes it.</summary>
public class StepSuite
{
    private Push push = null!;
    private float[] x = [];

    public static IEnumerable<string> Cells => Contender.All.Where(x => !x.HasInputGradients).Select(x => x.Name);

    public static IEnumerable<Point> Points => StepCommand.Sizes.Select(size => new Point(size, 1, 1, size));

    [ParamsSource(nameof(Cells))]
    public string Cell { get; set; } = "";

    [ParamsSource(nameof(Points))]
    public Point Point { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        push = Contender.Find(Cell)!.Stream(Point.Hidden, Point.Input);
        x = Examples.Random(Point)[0];
    }

    [Benchmark]
    public float Push() => push(x)[0];
}
