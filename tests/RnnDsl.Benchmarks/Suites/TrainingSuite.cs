using BenchmarkDotNet.Attributes;

namespace RnnDsl.Benchmarks.Suites;

/// <summary>The passes of training a batch. The backward pass cannot run alone: its time is their difference.</summary>
public class TrainingSuite : Grid
{
    [Benchmark]
    public void Forward() => Work.Forward();

    [Benchmark]
    public void Train() => Work.Train();
}
