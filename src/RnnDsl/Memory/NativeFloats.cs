using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RnnDsl.Simd;

/// <summary>
/// Floats outside of the garbage collector's heap, for the working memory of programs, aligned to 64 bytes.
/// Batches that grow replace this memory again and again; it is freed at once instead of waiting for a collection.
/// Initially zero. One vector of padding follows the last float, since a vector may begin at any of them.
/// </summary>
/// <remarks>Kernels hold raw pointers to it, so the owner must be reachable while one runs.</remarks>
internal sealed unsafe class NativeFloats : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int Alignment = 64;

    private static long total;
    private readonly long bytes;

    /// <exception cref="OutOfMemoryException">The system does not have enough memory.</exception>
    public NativeFloats(int count)
        : base(ownsHandle: true)
    {
        if (count == 0)
            return;
        bytes = (long)count * sizeof(float) + 2 * Alignment;
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)bytes));
        Pointer = (float*)((handle + Alignment - 1) & ~(nint)(Alignment - 1));
        Count = count;
        GC.AddMemoryPressure(bytes);
        Interlocked.Add(ref total, bytes);
    }

    /// <summary>Empty memory.</summary>
    public static NativeFloats None { get; } = new(0);

    /// <summary>Bytes of all such memory in the process.</summary>
    public static long TotalBytes => Interlocked.Read(ref total);

    public int Count { get; }

    public float* Pointer { get; }

    public Span<float> Span => new(Pointer, Count);

    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        GC.RemoveMemoryPressure(bytes);
        Interlocked.Add(ref total, -bytes);
        return true;
    }
}
