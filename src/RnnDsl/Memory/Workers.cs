using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Simd;

/// <summary>
/// A thread pool that runs the parts of a job. The threads stay alive between jobs and spin briefly before they sleep,
/// because a training step is a quick series of jobs; a job allocates nothing.
/// </summary>
/// <remarks>
/// The assignment of parts to threads is not deterministic, so the result of a job must not depend on it. A job that starts while
/// another runs (from a part, or from another thread) runs on the calling thread alone. Where the system starts no more threads,
/// the crew is smaller, down to the caller, and a trace warning says so.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Workers : IDisposable
{
    /// <summary>About 0.1 ms, the longest pause that one training step makes between its jobs.</summary>
    private const int Spins = 200;

    private const int MostParts = ushort.MaxValue;

    private readonly Thread[] threads;
    private readonly Action<Thread> start;
    private readonly object bell = new();
    private IParallelWork? work;
    private Exception? failure;

    // The job's number, its parts and the next part in one word, so that a late thread never takes a part of a job that
    // began after it looked.
    private long state;
    private int isBusy;
    private int unfinished;
    private int sleepers;

    // Threads that run; -1 before the first job.
    private int crew = -1;
    private volatile bool isDisposed;

    /// <param name="threads">Threads in addition to the caller's, which also works.</param>
    /// <param name="start">Starts a thread; null for the usual way.</param>
    internal Workers(int threads, Action<Thread>? start = null) =>
        (this.threads, this.start) = (new Thread[threads], start ?? (static thread => thread.Start()));

    /// <summary>The crew of the process: a thread for each processor, the caller's among them.</summary>
    public static Workers Shared { get; } = new(Environment.ProcessorCount - 1);

    /// <summary>Does all parts of a job, and returns when the last is done.</summary>
    /// <param name="parts">The number of parts, 1 to 65535.</param>
    /// <param name="work">Called once for each part, on any thread of the crew.</param>
    /// <remarks>If parts throw, the first exception reaches the caller, when none of them runs any more.</remarks>
    public void Run(int parts, IParallelWork work)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, MostParts);
        ArgumentNullException.ThrowIfNull(work);
        if (parts == 1 || threads.Length == 0 || isDisposed || Interlocked.Exchange(ref isBusy, 1) == 1)
        {
            for (var part = 0; part < parts; part++)
                work.Execute(part, parts);
            return;
        }

        ShareAndFree(parts, work);
    }

    /// <summary>Does all parts of a job at the same time, each on a separate thread, so that they can wait for each other.</summary>
    /// <param name="parts">The number of parts, at most one more than the crew has threads.</param>
    /// <param name="work">Called once for each part.</param>
    /// <returns>False if the crew has too few threads, or runs another job: then nothing was done.</returns>
    internal bool TryRunTogether(int parts, IParallelWork work)
    {
        if (parts > threads.Length + 1 || isDisposed || Interlocked.Exchange(ref isBusy, 1) == 1)
            return false;
        Start();
        if (parts > crew + 1)
        {
            Volatile.Write(ref isBusy, 0);
            return false;
        }

        ShareAndFree(parts, work);
        return true;
    }

    /// <summary>Ends the threads. Jobs that come later are done by their callers.</summary>
    public void Dispose()
    {
        isDisposed = true;
        lock (bell)
            Monitor.PulseAll(bell);
    }

    private static int JobOf(long state) => (int)(state >> 32);

    private void ShareAndFree(int parts, IParallelWork work)
    {
        try
        {
            Share(parts, work);
        }
        finally
        {
            this.work = null;
            failure = null;
            Volatile.Write(ref isBusy, 0);
        }
    }

    private void Share(int parts, IParallelWork work)
    {
        Start();
        this.work = work;
        unfinished = parts;
        var job = unchecked(JobOf(state) + 1);
        Interlocked.Exchange(ref state, ((long)job << 32) | ((long)parts << 16));
        if (Volatile.Read(ref sleepers) > 0)
        {
            lock (bell)
                Monitor.PulseAll(bell);
        }

        TakeParts(job);
        var wait = default(SpinWait);
        while (Volatile.Read(ref unfinished) > 0)
            wait.SpinOnce(sleep1Threshold: -1);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>Starts the threads before the first job; where the system has no more, the crew is smaller.</summary>
    private void Start()
    {
        if (crew >= 0)
            return;
        var started = 0;
        try
        {
            for (; started < threads.Length; started++)
            {
                threads[started] = new Thread(Work)
                {
                    IsBackground = true,
                    Name = Invariant($"RnnDsl worker {started + 1}"),
                };
                start(threads[started]);
            }
        }
        catch (Exception failure) when (failure is OutOfMemoryException or ThreadStartException)
        {
            Trace.TraceWarning(
                Invariant(
                    $"RnnDsl computes on {started + 1} threads instead of {threads.Length + 1}: the system started no more. "
                ) + failure.Message
            );
        }

        crew = started;
    }

    private void Work()
    {
        var seen = 0;
        while (!isDisposed)
        {
            for (var i = 0; i < Spins && JobOf(Volatile.Read(ref state)) == seen; i++)
                Thread.SpinWait(20);
            if (JobOf(Volatile.Read(ref state)) == seen)
                Sleep(seen);
            seen = JobOf(Volatile.Read(ref state));
            TakeParts(seen);
        }
    }

    private void Sleep(int seen)
    {
        lock (bell)
        {
            // A job's number is written before its sleepers are counted, and counted here before the number is read.
            Interlocked.Increment(ref sleepers);
            while (JobOf(Volatile.Read(ref state)) == seen && !isDisposed)
                Monitor.Wait(bell);
            Interlocked.Decrement(ref sleepers);
        }
    }

    private void TakeParts(int job)
    {
        while (true)
        {
            var current = Volatile.Read(ref state);
            var part = (int)(current & MostParts);
            var parts = (int)((current >> 16) & MostParts);
            if (JobOf(current) != job || part >= parts)
                return;
            if (Interlocked.CompareExchange(ref state, current + 1, current) != current)
                continue;
            try
            {
                work!.Execute(part, parts);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, exception, null);
            }

            Interlocked.Decrement(ref unfinished);
        }
    }
}
