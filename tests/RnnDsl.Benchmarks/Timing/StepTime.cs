using System.Diagnostics;
using RnnDsl.Benchmarks.Contenders;

namespace RnnDsl.Benchmarks.Timing;

/// <summary>The time of a step, which is less than a clock can tell: of many in a row, divided by their number.</summary>
/// <param name="Best">Nanoseconds of a step in the fastest series.</param>
/// <param name="Median">Nanoseconds of a step in the series that half of them are slower than.</param>
public readonly record struct StepTime(double Best, double Median)
{
    private const int Series = 501;

    // The JIT waits until no new method runs before it compiles for good what ran often, on a thread that shares the processor.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LengthOfSeries = TimeSpan.FromMicroseconds(200);

    /// <summary>Warms a stream up until it is compiled for good, and times it.</summary>
    /// <param name="push">Takes a step. Another delegate around it would cost a tenth of the smallest steps.</param>
    /// <param name="x">What each step takes.</param>
    public static StepTime Of(Push push, float[] x)
    {
        var steps = 0;
        var clock = Stopwatch.StartNew();
        for (; clock.Elapsed < Warm; steps++)
        {
            push(x);
        }

        var inSeries = (int)Math.Max(1, steps * (LengthOfSeries / Warm));
        var times = new double[Series];
        for (var n = 0; n < times.Length; n++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < inSeries; i++)
            {
                push(x);
            }
            times[n] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / inSeries;
        }

        Array.Sort(times);
        return new(times[0], times[times.Length / 2]);
    }
}
