using BenchmarkDotNet.Attributes;

namespace RnnDsl.Benchmarks.Suites;

/// <summary>All outputs of a batch, nothing saved.</summary>
public class InferenceSuite : Grid
{
    [Benchmark]
    public void Infer() => Work.Infer();
}
