namespace RnnDsl.Simd;

/// <summary>The unit of padding and alignment: the widest vector, 16 floats or 64 bytes, which is also a cache line.</summary>
internal static unsafe class Padding
{
    public const int Floats = 16;
    private const int Bytes = Floats * sizeof(float);

    public static int RoundUp(int floats) => (floats + Floats - 1) / Floats * Floats;

    public static nint RoundDown(nint floats) => floats / Floats * Floats;

    /// <summary>The first multiple of 64 bytes at or after an address.</summary>
    public static float* Align(float* address) => (float*)(((nuint)address + Bytes - 1) & ~(nuint)(Bytes - 1));
}
