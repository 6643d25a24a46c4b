using System.Diagnostics;
using System.Runtime.CompilerServices;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>
/// Memory of [slots, rows, width] floats. It is pinned and starts at a multiple of 64 bytes, and each row is padded to a
/// multiple of 16 floats, so that no kernel has a ragged end. Padding may hold anything; no result depends on it.
/// </summary>
/// <param name="slots">How the number of slots follows from the number of time steps.</param>
/// <param name="width">Elements of a row, at least 1.</param>
public sealed unsafe class RowBuffer(BufferSlots slots, int width)
{
    private PinnedFloats memory = new(0);
    private readonly int slotMask = slots switch
    {
        BufferSlots.One => 0,
        BufferSlots.Alternating => 1,
        _ => -1,
    };

    private float* start;
    private nint slotFloats;

    /// <summary>Elements of a row.</summary>
    public int Width { get; } =
        width > 0
            ? width
            : throw new ArgumentOutOfRangeException(nameof(width), width, "A row has at least one element.");

    /// <summary>Floats from one row to the next: <see cref="Width"/>, rounded up to a multiple of 16.</summary>
    public int Stride { get; } = Padding.RoundUp(width);

    /// <summary>Slots that the last <see cref="Reserve"/> made room for.</summary>
    public int Slots { get; private set; }

    /// <summary>Rows in each slot, as the last <see cref="Reserve"/> asked for.</summary>
    public int RowCount { get; private set; }

    internal BufferSlots Kind => slots;

    /// <summary>
    /// Makes room. Memory only grows, and new memory is zero; with the same rows and steps as before the contents stay.
    /// </summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="steps">Time steps.</param>
    public void Reserve(int rows, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var slotCount = slots switch
        {
            BufferSlots.One => 1,
            BufferSlots.Steps => steps,
            BufferSlots.States => steps + 1,
            _ => 2,
        };
        var length = (long)slotCount * rows * Stride;
        if (length > Array.MaxLength - Padding.Floats)
        {
            throw new ArgumentException(
                $"{slotCount} slots of {rows} rows of {Stride} numbers are more than one buffer holds, {Array.MaxLength}; "
                    + "use smaller batches or shorter sequences."
            );
        }

        Slots = slotCount;
        RowCount = rows;
        slotFloats = (nint)rows * Stride;
        if (length <= memory.Count)
            return;
        memory = new PinnedFloats((int)length);
        start = memory.Pointer;
    }

    /// <summary>The rows of one slot. They stay valid until the next <see cref="Reserve"/>.</summary>
    /// <param name="slot">
    /// 0 to <see cref="Slots"/> - 1; any number if there is one slot, and its parity counts if two are used in turn.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows At(int slot)
    {
        Debug.Assert(start != null, "Reserve comes before At.");
        return new Rows(start + Index(slot) * slotFloats, Stride, RowCount, Width);
    }

    /// <summary>The <see cref="Width"/> elements of one row.</summary>
    /// <param name="slot">As for <see cref="At"/>.</param>
    /// <param name="row">0 to <see cref="RowCount"/> - 1.</param>
    public Span<float> Row(int slot, int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount, nameof(row));
        var index = Index(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Slots, nameof(slot));
        return new Span<float>(start + index * slotFloats + (nint)row * Stride, Width);
    }

    /// <summary>Sets everything to zero.</summary>
    public void Clear() => memory.Span.Clear();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Index(int slot)
    {
        var index = slot & slotMask;
        Debug.Assert((uint)index < (uint)Slots, "The slot lies outside of what was reserved.");
        return index;
    }
}
