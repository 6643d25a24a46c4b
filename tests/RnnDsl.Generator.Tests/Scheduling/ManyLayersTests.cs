using System.Diagnostics;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Generator.Tests.Declarations;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>C28: four times the layers take four times the work, and no more.</summary>
public sealed class ManyLayersTests
{
    private const int Few = 50;
    private const int Many = 4 * Few;

    [Fact]
    public void The_memory_that_the_generator_takes_is_in_proportion()
    {
        Run(Few);
        var (few, many) = (Allocated(Few), Allocated(Many));

        // Whatever passes over all layers for each layer takes 16 times as much.
        Assert.InRange((double)many / few, 1, 6);
    }

    [Fact]
    public void The_time_that_the_generator_takes_is_about_in_proportion()
    {
        Run(Few);
        var (few, many) = (Shortest(Few), Shortest(Many));

        // A quadratic pass that counts would take 16 times as long, and the one that was there took 26 times.
        Assert.True(many < 12 * few, $"{Few} layers: {few}, {Many} layers: {many}");
    }

    private static long Allocated(int layers)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(layers);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static TimeSpan Shortest(int layers) =>
        Enumerable
            .Range(0, 3)
            .Select(_ =>
            {
                var watch = Stopwatch.StartNew();
                Run(layers);
                return watch.Elapsed;
            })
            .Min();

    private static void Run(int layers)
    {
        var run = Compilations.Run(new RnnGenerator(), Source(layers), Lowering.Dims).GetRunResult();
        Assert.Empty(run.Diagnostics);
        Assert.Equal(8, run.GeneratedTrees.Length);
    }

    private static string Source(int layers) =>
        $$"""
            [Layer]
            public partial class Deep
            {
                [Count({{layers}})] SimpleRnn<Hidden, Hidden>[] cells;
                public Seq<Hidden> Forward(Seq<Hidden> xs)
                {
                    var states = xs;
                    foreach (var cell in cells) { states = cell.Scan(states); }
                    return states;
                }
            }
            [Training]
            public partial class DeepTraining
            {
                Deep model;
                Scalar Loss(Seq<Hidden> xs, Seq<Hidden> ys) => MeanSquaredError(model.Forward(xs), ys);
            }
            """;
}
