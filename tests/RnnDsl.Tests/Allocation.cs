namespace RnnDsl.Tests;

/// <summary>What calls allocate on this thread.</summary>
/// <remarks>
/// A collection that another test starts while the runtime reads this thread's counter shows as up to 8 KiB, the rest of a block
/// that no code allocated. It does not come three times in a row, so the smallest of some calls is what one call allocates.
/// </remarks>
internal static class Allocation
{
    /// <summary>The fewest bytes of three calls.</summary>
    public static long Of(Action action) => Of(action, action, action);

    /// <summary>The fewest bytes of these calls, for an action that must not allocate the first time either.</summary>
    public static long Of(params Action[] actions) => actions.Min(Once);

    private static long Once(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
