namespace RnnDsl.Training;

/// <summary>
/// Measures a call of <c>Fit</c>, and estimates the remaining time. It uses the last half to three quarters of the reports:
/// the first steps, in which code is compiled and memory is allocated, are not representative.
/// </summary>
/// <param name="last">Samples, over all epochs, that are done when the call ends.</param>
/// <param name="time">The source of the time.</param>
internal sealed class FitClock(double last, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private (long Time, double Done) older;
    private (long Time, double Done, long Reports) newer;
    private long reports;

    /// <summary>The report, with the times filled in.</summary>
    /// <param name="done">Samples that are done now.</param>
    /// <param name="progress">The report.</param>
    public TrainingProgress Read(double done, TrainingProgress progress)
    {
        var now = time.GetTimestamp();
        var remaining = Remaining(now, done);
        Remember(now, done);
        return progress with { Elapsed = time.GetElapsedTime(started, now), Remaining = remaining };
    }

    private TimeSpan? Remaining(long now, double done) =>
        done >= last ? TimeSpan.Zero
        : reports > 0 && done > older.Done
            ? time.GetElapsedTime(older.Time, now) * ((last - done) / (done - older.Done))
        : null;

    private void Remember(long now, double done)
    {
        reports++;
        if (reports == 1)
        {
            older = (now, done);
            newer = (now, done, 1);
        }
        else if (reports >= 2 * newer.Reports)
        {
            older = (newer.Time, newer.Done);
            newer = (now, done, reports);
        }
    }
}
