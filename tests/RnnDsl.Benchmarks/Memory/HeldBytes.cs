namespace RnnDsl.Benchmarks.Memory;

/// <summary>What an object keeps alive.</summary>
internal static class HeldBytes
{
    /// <summary>Bytes that the heap grows by, pinned arrays included, when the object is made.</summary>
    public static long By(Func<object> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var made = make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        return after - before;
    }
}
