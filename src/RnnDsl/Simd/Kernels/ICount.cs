namespace RnnDsl.Simd.Kernels;

/// <summary>A number that the JIT knows at compile time: rows or vectors of a tile.</summary>
internal interface ICount
{
    /// <summary>1 to 6.</summary>
    static abstract int Value { get; }
}
