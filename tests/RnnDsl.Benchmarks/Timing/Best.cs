using System.Diagnostics;

namespace RnnDsl.Benchmarks.Timing;

/// <summary>The shortest time of several runs: the time of the work on an idle machine.</summary>
public static class Best
{
    private const int FewestRuns = 10;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.25);

    /// <summary>Runs in a warm process: once or more before, then ten times or more.</summary>
    /// <returns>Milliseconds of the shortest run.</returns>
    public static double Of(Action run) => Of(() => { }, run);

    /// <summary>The same, with something before each run that is not timed.</summary>
    /// <returns>Milliseconds of the shortest run.</returns>
    public static double Of(Action before, Action run)
    {
        var best = TimeSpan.MaxValue;
        var clock = Stopwatch.StartNew();
        for (var n = -1; n < FewestRuns || clock.Elapsed < Shortest; n++)
        {
            before();
            var start = Stopwatch.GetTimestamp();
            run();
            var time = Stopwatch.GetElapsedTime(start);
            if (n >= 0 && time < best)
            {
                best = time;
            }
        }
        return best.TotalMilliseconds;
    }
}
