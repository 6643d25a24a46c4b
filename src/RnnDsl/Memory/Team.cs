using System.Diagnostics;

namespace RnnDsl.Simd;

/// <summary>
/// Threads that compute the units of one stage together and wait for each other at its end. They spin, because a stage takes
/// microseconds, and waking a thread takes longer.
/// </summary>
internal sealed class Team
{
    /// <summary>Spins after which a thread yields its processor, since the thread that it waits for is not running.</summary>
    private const int PatientTurns = 2000;

    private int arrived;
    private int stage;
    private long lostTicks;
    private volatile bool isBroken;

    /// <summary>The number of threads.</summary>
    public int Members { get; private set; }

    /// <summary>
    /// The time that threads have waited after yielding their processor: other threads or processes ran in
    /// place of the thread that all waited for.
    /// </summary>
    public TimeSpan Lost => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref lostTicks));

    /// <summary>Resets the team.</summary>
    public void Gather(int members)
    {
        Members = members;
        arrived = 0;
        lostTicks = 0;
        isBroken = false;
    }

    /// <summary>Returns when all threads have arrived (a barrier).</summary>
    /// <exception cref="InvalidOperationException">Another thread of the team failed.</exception>
    public void Wait()
    {
        var current = Volatile.Read(ref stage);
        if (Interlocked.Increment(ref arrived) == Members)
        {
            arrived = 0;
            Volatile.Write(ref stage, current + 1);
            return;
        }

        long since = 0;
        for (var turn = 0; Volatile.Read(ref stage) == current; turn++)
        {
            if (isBroken)
                throw new InvalidOperationException("Another thread that computes the same stage failed.");
            if (turn < PatientTurns)
            {
                Thread.SpinWait(1);
                continue;
            }

            if (turn == PatientTurns)
                since = Stopwatch.GetTimestamp();
            Thread.Yield();
        }

        if (since != 0)
            Interlocked.Add(ref lostTicks, Stopwatch.GetTimestamp() - since);
    }

    /// <summary>Ends all waits with an exception, since one thread will not arrive.</summary>
    public void Break() => isBroken = true;
}
