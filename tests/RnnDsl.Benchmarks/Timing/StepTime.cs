using System.Diagnostics;

namespace RnnDsl.Benchmarks.Timing;

/// <summary>The time of something that takes less than a clock can tell: of many runs in a row, divided by their number.</summary>
/// <param name="Best">Nanoseconds of a run in the fastest series.</param>
/// <param name="Median">Nanoseconds of a run in the series that half of them are slower than.</param>
public readonly record struct StepTime(double Best, double Median)
{
    private const int Series = 501;

    // The JIT waits until no new method runs before it compiles for good what ran often, on a thread that shares the processor.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LengthOfSeries = TimeSpan.FromMicroseconds(200);

    /// <summary>Warms it up until it is compiled for good, and times it.</summary>
    public static StepTime Of(Action run)
    {
        var runs = 0;
        var clock = Stopwatch.StartNew();
        for (; clock.Elapsed < Warm; runs++)
        {
            run();
        }

        var inSeries = (int)Math.Max(1, runs * (LengthOfSeries / Warm));
        var times = new double[Series];
        for (var n = 0; n < times.Length; n++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < inSeries; i++)
            {
                run();
            }
            times[n] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / inSeries;
        }

        Array.Sort(times);
        return new(times[0], times[times.Length / 2]);
    }
}
