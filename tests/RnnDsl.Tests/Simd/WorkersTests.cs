using System.Runtime.ExceptionServices;
using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class WorkersTests
{
    /// <summary>F7: the system starts one thread, or none, of those that were asked for.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ACrewThatTheSystemStartsNoThreadsForDoesItsJobs(int most)
    {
        var started = 0;
        using var workers = new Workers(
            3,
            thread =>
            {
                if (started++ == most)
                    ExceptionDispatchInfo.Throw(new OutOfMemoryException("no thread"));
                thread.Start();
            }
        );
        for (var turn = 0; turn < 50; turn++)
        {
            var done = new int[7];
            workers.Run(7, new Counting(part => Interlocked.Increment(ref done[part])));
            Assert.All(done, count => Assert.Equal(1, count));
        }

        Assert.False(workers.TryRunTogether(most + 2, new Counting(_ => Assert.Fail("a part ran"))));
        Assert.Equal(most + 1, started);
    }

    private sealed class Counting(Action<int> execute) : IParallelWork
    {
        public void Execute(int part, int parts) => execute(part);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void EachPartIsDoneOnce(int threads)
    {
        using var workers = new Workers(threads);
        var work = new CountingWork(100);
        for (var run = 1; run <= 300; run++)
        {
            var parts = run % 7 + 1;
            Array.Clear(work.Counts);
            workers.Run(parts, work);
            Assert.Equal(Enumerable.Repeat(1, parts), work.Counts.Take(parts));
            Assert.DoesNotContain(work.Counts.Skip(parts), count => count != 0);
        }
    }

    [Fact]
    public void ThreadsWakeAfterTheySlept()
    {
        using var workers = new Workers(2);
        var work = new CountingWork(3);
        for (var run = 1; run <= 3; run++)
        {
            workers.Run(3, work);
            Thread.Sleep(20);
            Assert.Equal([run, run, run], work.Counts);
        }
    }

    [Fact]
    public void PartsRunAtTheSameTime()
    {
        using var workers = new Workers(1);
        using var barrier = new Barrier(2);
        // Each part waits for the other, so one thread alone would never finish.
        var work = new ActionWork(_ => Assert.True(barrier.SignalAndWait(TimeSpan.FromSeconds(30))));
        workers.Run(2, work);
    }

    [Fact]
    public void AnExceptionReachesTheCaller_AndTheCrewGoesOn()
    {
        using var workers = new Workers(2);
        var failing = new ActionWork(part =>
        {
            if (part == 2)
                throw new InvalidDataException("part 2");
        });
        Assert.Equal("part 2", Assert.Throws<InvalidDataException>(() => workers.Run(4, failing)).Message);
        var work = new CountingWork(4);
        workers.Run(4, work);
        Assert.Equal([1, 1, 1, 1], work.Counts);
    }

    [Fact]
    public void AJobWithinAJobIsDoneByItsCaller()
    {
        using var workers = new Workers(1);
        var inner = new CountingWork(3);
        workers.Run(2, new ActionWork(_ => workers.Run(3, inner)));
        Assert.Equal([2, 2, 2], inner.Counts);
    }

    [Fact]
    public void AJobAllocatesNothing()
    {
        using var workers = new Workers(1);
        var work = new CountingWork(2);
        workers.Run(2, work);
        Assert.Equal(0, Allocation.Of(() => workers.Run(2, work)));
    }

    [Fact]
    public void NoPartsAreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Workers.Shared.Run(0, new CountingWork(1)));

    private sealed class CountingWork(int most) : IParallelWork
    {
        public int[] Counts { get; } = new int[most];

        public void Execute(int part, int parts) => Interlocked.Increment(ref Counts[part]);
    }

    private sealed class ActionWork(Action<int> action) : IParallelWork
    {
        public void Execute(int part, int parts) => action(part);
    }
}
