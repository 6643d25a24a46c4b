using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

// W19
public sealed class FitClockTests
{
    [Fact]
    public void The_first_step_is_left_out()
    {
        // 100 steps of 10 ms, of which the first takes 2 s more.
        var time = new Time();
        var clock = new FitClock(100, time);
        time.Pass(2010);
        Assert.Null(Read(clock, 1).Remaining);
        for (var step = 2; step < 100; step++)
        {
            time.Pass(10);
            var report = Read(clock, step);
            Assert.Equal((100 - step) * 10, report.Remaining!.Value.TotalMilliseconds, 0.01);
            Assert.Equal(2000 + (step * 10), report.Elapsed.TotalMilliseconds, 0.01);
        }

        time.Pass(10);
        Assert.Equal(TimeSpan.Zero, Read(clock, 100).Remaining);
    }

    [Fact]
    public void Steps_that_are_slow_at_the_beginning_are_forgotten()
    {
        // The first 30 of 1000 steps run code that is not optimized yet.
        var time = new Time();
        var clock = new FitClock(1000, time);
        for (var step = 1; step <= 200; step++)
        {
            time.Pass(step <= 30 ? 100 : 10);
            var left = Read(clock, step).Remaining;
            if (step > 128)
            {
                Assert.Equal((1000 - step) * 10, left!.Value.TotalMilliseconds, 0.01);
            }
        }
    }

    private static TrainingProgress Read(FitClock clock, double done) => clock.Read(done, new(1, 1, 1, 1, 1, null));

    private sealed class Time : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => now;

        public void Pass(long milliseconds) => now += milliseconds;
    }
}
