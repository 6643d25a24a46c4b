using System.Runtime.CompilerServices;

namespace RnnDsl.Parameters;

/// <summary>
/// Floats that the garbage collector never moves, aligned to 64 bytes: a vector of 16
/// floats then never straddles two cache lines. Initially zero.
/// One vector of padding follows the last float, since a vector may begin at any of them.
/// </summary>
internal sealed unsafe class PinnedFloats
{
    private const int Alignment = 64;

    /// <summary>The maximum number of floats: an array must also hold the padding.</summary>
    public static int Most => (Array.MaxLength - (2 * Alignment / sizeof(float))) & ~15;

    private readonly float[] array;
    private readonly int first;

    public PinnedFloats(int count)
    {
        array = GC.AllocateArray<float>(count + (2 * Alignment / sizeof(float)), pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref array[0]);
        first = (int)(((Alignment - (address % Alignment)) % Alignment) / sizeof(float));
        Count = count;
    }

    public int Count { get; }

    public Span<float> Span => array.AsSpan(first, Count);

    public float* Pointer => (float*)Unsafe.AsPointer(ref array[first]);

    public float this[int index] => array[first + index];
}
