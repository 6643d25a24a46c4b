namespace RnnDsl.Inference;

/// <summary>The range of a number of threads.</summary>
internal static class ThreadCount
{
    private const int Most = 1024;

    /// <exception cref="ArgumentOutOfRangeException">The number is below 0, or above 1024.</exception>
    public static int Check(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, Most);
        return threads;
    }
}
