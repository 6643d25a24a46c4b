namespace RnnDsl.Simd;

/// <summary>
/// Decides whether threads share the units of a stage. They wait for each other at the end of each stage, so on a busy machine a
/// pass takes as long as the most delayed of them: many times what one thread takes. After such a pass the next ones run on
/// one thread, twice as many after each failed try, until a try succeeds.
/// </summary>
internal sealed class Patience
{
    private const int MostPasses = 1024;

    /// <summary>Longer than any stage that is split by units, and shorter than a time slice of the system's scheduler.</summary>
    private static readonly TimeSpan most = TimeSpan.FromMilliseconds(0.3);

    private int alone;
    private int next;

    /// <summary>Whether the next pass tries threads again.</summary>
    public bool IsWorthTrying()
    {
        if (alone == 0)
            return true;
        alone--;
        return false;
    }

    /// <summary>Records the result of a try.</summary>
    /// <param name="lost">The time that its threads lost.</param>
    public void Learn(TimeSpan lost)
    {
        next = lost <= most ? 0 : Math.Clamp(next * 2, 8, MostPasses);
        alone = next;
    }
}
