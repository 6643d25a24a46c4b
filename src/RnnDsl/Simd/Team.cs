namespace RnnDsl.Simd;

/// <summary>
/// Threads that compute the units of one stage together and wait for each other at its end. They spin, because a stage takes
/// microseconds, and waking a thread takes longer.
/// </summary>
internal sealed class Team
{
    /// <summary>Turns after which a thread gives its processor away: it waits for one that does not run.</summary>
    private const int PatientTurns = 2000;

    private int arrived;
    private int stage;
    private volatile bool isBroken;

    /// <summary>How many threads there are.</summary>
    public int Members { get; private set; }

    /// <summary>Starts anew.</summary>
    public void Gather(int members)
    {
        Members = members;
        arrived = 0;
        isBroken = false;
    }

    /// <summary>Returns when all have come here.</summary>
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

        for (var turn = 0; Volatile.Read(ref stage) == current; turn++)
        {
            if (isBroken)
                throw new InvalidOperationException("Another thread that computes the same stage failed.");
            if (turn < PatientTurns)
                Thread.SpinWait(1);
            else
                Thread.Yield();
        }
    }

    /// <summary>Lets nobody wait any more: one thread will not come.</summary>
    public void Break() => isBroken = true;
}
