using System.Runtime.CompilerServices;

namespace RnnDsl.Parameters;

/// <summary>
/// Floats that the garbage collector never moves, the first of them at an address that is a multiple of 64: a vector of 16
/// floats then never straddles two cache lines. All zero at first.
/// As many lie behind the last, since a vector may begin at any of them.
/// </summary>
internal sealed unsafe class PinnedFloats
{
    private const int Alignment = 64;

    /// <summary>The most floats, of which an array can hold the padding too.</summary>
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
