using System.Diagnostics;

namespace RnnDsl.Training;

/// <summary>Measures a call of <c>Fit</c>, and tells from what is done how long the rest will take.</summary>
/// <param name="first">Samples that were done, over all epochs, when the call began.</param>
/// <param name="last">Samples that are done when it ends.</param>
internal sealed class FitClock(long first, long last)
{
    private readonly long started = Stopwatch.GetTimestamp();

    /// <summary>The report, with the times filled in.</summary>
    /// <param name="done">Samples that are done now.</param>
    /// <param name="progress">The report.</param>
    public TrainingProgress Read(long done, TrainingProgress progress)
    {
        var elapsed = Stopwatch.GetElapsedTime(started);
        var remaining = done > first ? elapsed * ((double)(last - done) / (done - first)) : TimeSpan.Zero;
        return progress with { Elapsed = elapsed, Remaining = remaining };
    }
}
