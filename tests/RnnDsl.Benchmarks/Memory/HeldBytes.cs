using RnnDsl.Simd;

namespace RnnDsl.Benchmarks.Memory;

/// <summary>The memory that an object keeps alive.</summary>
internal static class HeldBytes
{
    /// <summary>Bytes that the heap, pinned arrays included, and native memory grow by when the object is made.</summary>
    public static long By(Func<object> make)
    {
        var before = Total();
        var made = make();
        var after = Total();
        GC.KeepAlive(made);
        return after - before;
    }

    private static long Total() => GC.GetTotalMemory(forceFullCollection: true) + NativeFloats.TotalBytes;
}
