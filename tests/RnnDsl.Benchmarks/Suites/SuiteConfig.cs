using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;

namespace RnnDsl.Benchmarks.Suites;

/// <summary>How the suites are built and run.</summary>
internal static class SuiteConfig
{
    /// <summary>The library and its generator are built again, which takes longer than two minutes, the default.</summary>
    private static readonly TimeSpan Building = TimeSpan.FromMinutes(10);

    /// <summary>
    /// BenchmarkDotNet writes a project that refers to this one, and builds both. The analyzers have seen this code when it
    /// was built to get here; what BenchmarkDotNet writes is not theirs to judge.
    /// </summary>
    public static IConfig Create() =>
        ManualConfig
            .Create(DefaultConfig.Instance)
            .WithBuildTimeout(Building)
            .AddJob(new Job().WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")]).AsMutator());
}
