using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RnnDsl.Simd;

/// <summary>
/// Floats outside of the garbage collector's heap, for the working memory of programs, the first of them at a multiple of 64 bytes.
/// Batches that grow replace this memory again and again; it goes back to the system at once instead of waiting for a collection.
/// All zero at first. As many floats as a vector has lie behind the last, since a vector may begin at any of them.
/// </summary>
/// <remarks>Kernels hold raw pointers to it, so the owner must be reachable while one runs.</remarks>
internal sealed unsafe class NativeFloats : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int Alignment = 64;

    private static long total;
    private readonly long bytes;

    /// <exception cref="OutOfMemoryException">The system has not as much memory.</exception>
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

    /// <summary>Memory without room for a float.</summary>
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
