using RnnDsl.Benchmarks.Contenders;

namespace RnnDsl.Benchmarks.Timing;

/// <summary>The time of a pass by its name.</summary>
public static class PassTime
{
    /// <summary>Milliseconds of its shortest run.</summary>
    /// <param name="work">The passes, over a loaded batch.</param>
    /// <param name="pass">One of <see cref="Pass.All"/>.</param>
    public static double Best(Work work, string pass) =>
        pass switch
        {
            Pass.Inference => Timing.Best.Of(work.Infer),
            Pass.ForwardTrain => Timing.Best.Of(work.Forward),
            Pass.Backward => Timing.Best.Of(work.Forward, work.Backward),
            Pass.Train => Timing.Best.Of(work.Train),
            _ => throw new ArgumentException($"There is no pass '{pass}'.", nameof(pass)),
        };
}
