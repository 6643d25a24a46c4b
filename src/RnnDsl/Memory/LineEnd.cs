using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>
/// Vectors at the end of a matrix's line, of which only the first lanes are elements: the next line follows without a gap. They are calls,
/// since lines that fill their vectors need none.
/// </summary>
internal static unsafe class LineEnd
{
    /// <summary>The first lanes, and 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector First<TVector>(TVector value, int count)
        where TVector : struct => count >= Unsafe.SizeOf<TVector>() / sizeof(float) ? value : Part(value, count);

    /// <summary>The first lanes from memory, and 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector Load<TVector>(float* from, int count)
        where TVector : struct
    {
        TVector value = default;
        Unsafe.CopyBlockUnaligned(ref Bytes(ref value), ref *(byte*)from, (uint)count * sizeof(float));
        return value;
    }

    /// <summary>Writes the first lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store<TVector>(float* to, TVector value, int count)
        where TVector : struct =>
        Unsafe.CopyBlockUnaligned(ref *(byte*)to, ref Bytes(ref value), (uint)count * sizeof(float));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TVector Part<TVector>(TVector value, int count)
        where TVector : struct
    {
        TVector part = default;
        Unsafe.CopyBlockUnaligned(ref Bytes(ref part), ref Bytes(ref value), (uint)count * sizeof(float));
        return part;
    }

    private static ref byte Bytes<TVector>(ref TVector value)
        where TVector : struct => ref Unsafe.As<TVector, byte>(ref value);
}
