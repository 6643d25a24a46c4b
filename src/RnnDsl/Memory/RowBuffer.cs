using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Simd;

/// <summary>
/// Memory of [slots, rows, width] floats. It never moves and starts at a multiple of 64 bytes, and each row is padded to a
/// multiple of 16 floats, so that no kernel has a remainder loop. Padding may hold anything; no result depends on it. The slot of a
/// step has only the rows whose sequence has that step, and slots follow each other without a gap.
/// </summary>
/// <param name="slots">How the number of slots follows from the number of time steps.</param>
/// <param name="width">Elements of a row, at least 1.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class RowBuffer(BufferSlots slots, int width) : IStateRows
{
    private NativeFloats memory = NativeFloats.None;
    private readonly int slotMask = slots switch
    {
        BufferSlots.One => 0,
        BufferSlots.Alternating => 1,
        _ => -1,
    };

    private float* start;
    private Lengths lengths = Lengths.Equal(1, 1);
    private nint slotFloats;
    private int reserved;
    private bool isEven = true;

    /// <summary>Elements of a row.</summary>
    public int Width { get; } =
        width > 0
            ? width
            : throw new ArgumentOutOfRangeException(nameof(width), width, "A row has at least one element.");

    /// <summary>Floats from one row to the next: <see cref="Width"/>, rounded up to a multiple of 16.</summary>
    public int Stride { get; } =
        width <= Array.MaxLength - Padding.Floats
            ? Padding.RoundUp(width)
            : throw new ArgumentOutOfRangeException(
                nameof(width),
                width,
                Invariant($"A row has at most {Array.MaxLength - Padding.Floats} elements.")
            );

    /// <summary>Slots that the last <see cref="Reserve"/> made room for.</summary>
    public int Slots { get; private set; }

    internal BufferSlots Kind => slots;

    /// <summary>Bytes of the memory that the buffer holds.</summary>
    internal long Bytes => (long)memory.Count * sizeof(float);

    /// <summary>
    /// Allocates the memory. It only grows, and new memory is zero; with the same lengths as before the contents stay.
    /// </summary>
    /// <param name="lengths">The lengths of the batch's sequences; the buffer reads them from now on.</param>
    /// <exception cref="ArgumentException">One buffer cannot hold as many rows.</exception>
    /// <exception cref="OutOfMemoryException">The system does not have enough memory.</exception>
    public void Reserve(Lengths lengths)
    {
        Resize(lengths);
        Allocate();
    }

    /// <summary>
    /// The first half of <see cref="Reserve"/>: takes the lengths, and frees memory that is too small for them. A program does
    /// this with all of its buffers before it allocates any, so that it never holds two generations of memory.
    /// </summary>
    internal void Resize(Lengths lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        this.lengths = lengths;
        long rows = slots switch
        {
            BufferSlots.One => lengths.Rows,
            BufferSlots.Steps => lengths.Total,
            BufferSlots.States => (long)lengths.Rows + lengths.Total,
            _ => 2L * lengths.Rows,
        };
        if (rows * Stride > Array.MaxLength - Padding.Floats)
        {
            throw new ArgumentException(
                Invariant(
                    $"{rows} rows of {Stride} numbers are more than one buffer holds, {Array.MaxLength}; "
                        + $"use smaller batches or shorter sequences."
                )
            );
        }

        Slots = slots switch
        {
            BufferSlots.One => 1,
            BufferSlots.Steps => lengths.Steps,
            BufferSlots.States => lengths.Steps + 1,
            _ => 2,
        };
        isEven = slots is BufferSlots.One or BufferSlots.Alternating || lengths.AreEqual;
        slotFloats = (nint)lengths.Rows * Stride;
        reserved = (int)(rows * Stride);
        if (reserved > memory.Count)
            Free();
    }

    /// <summary>The second half of <see cref="Reserve"/>: allocates where the first half has freed.</summary>
    internal void Allocate()
    {
        if (memory.Count >= reserved)
            return;
        try
        {
            memory = new NativeFloats(reserved);
        }
        catch (OutOfMemoryException failure)
        {
            ExceptionDispatchInfo.Throw(
                new InsufficientMemoryException(
                    Invariant(
                        $"A batch of {lengths.Rows} rows with {lengths.Total} steps in all takes {(long)reserved * sizeof(float)} "
                            + $"bytes for one of its values, which the system has not; use smaller batches or shorter sequences."
                    ),
                    failure
                )
            );
        }

        start = memory.Pointer;
    }

    /// <summary>Uses the caller's memory from now on, one row for each slot.</summary>
    /// <param name="rows">Memory of <see cref="Slots"/> rows, aligned to 64 bytes, that the caller keeps alive.</param>
    internal void Attach(float* rows)
    {
        Debug.Assert(lengths.Rows == 1, "Memory of one row belongs to a batch of one row.");
        start = rows;
    }

    /// <summary>Frees the memory; the next <see cref="Reserve"/> allocates again.</summary>
    internal void Free()
    {
        // The empty memory is shared by all buffers and has no handle to close.
        memory.Dispose();
        memory = NativeFloats.None;
        start = null;
    }

    /// <summary>The rows of one slot. They stay valid until the next <see cref="Reserve"/>.</summary>
    /// <param name="slot">
    /// 0 to <see cref="Slots"/> - 1; any number if there is one slot, and the parity of the index selects one of two slots.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows At(int slot)
    {
        Debug.Assert(start != null, "Reserve comes before At.");
        return isEven
            ? new Rows(start + Index(slot) * slotFloats, Stride, lengths.Rows, Width)
            : new Rows(start + (nint)FirstRow(slot) * Stride, Stride, RowCount(slot), Width);
    }

    /// <summary>The rows of one slot, followed by the rows of the slots after it.</summary>
    /// <param name="slot">As for <see cref="At"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows From(int slot)
    {
        var first = FirstRow(slot);
        return new Rows(start + (nint)first * Stride, Stride, reserved / Stride - first, Width);
    }

    /// <summary>The <see cref="Width"/> elements of one row.</summary>
    /// <param name="slot">As for <see cref="At"/>.</param>
    /// <param name="row">0 to <see cref="RowCount"/> - 1.</param>
    public Span<float> Row(int slot, int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)Index(slot), (uint)Slots, nameof(slot));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount(slot), nameof(row));
        return new Span<float>(start + ((nint)FirstRow(slot) + row) * Stride, Width);
    }

    /// <summary>The number of rows in a slot: those that are active at its step.</summary>
    /// <param name="slot">As for <see cref="At"/>.</param>
    public int RowCount(int slot) =>
        isEven ? lengths.Rows
        : slots == BufferSlots.Steps ? lengths.RowsAt(slot)
        : slot > 0 ? lengths.RowsAt(slot - 1)
        : lengths.Rows;

    /// <summary>Whether the rows that are active at each step of these lengths fill its slot, starting from a slot.</summary>
    /// <param name="slot">The slot of step 0.</param>
    /// <param name="steps">The lengths to compare.</param>
    internal bool IsDense(int slot, Lengths steps) =>
        slots switch
        {
            BufferSlots.Steps => steps == lengths && slot == 0 || AreAllRows(steps),
            BufferSlots.States => steps == lengths && slot == 1 || AreAllRows(steps),
            _ => false,
        };

    /// <summary>All rows, including their padding.</summary>
    internal Span<float> Reserved => memory.Span[..reserved];

    /// <summary>Sets all elements to zero.</summary>
    public void Clear() => memory.Span.Clear();

    /// <summary>Sets all elements to one number.</summary>
    /// <param name="value">The number.</param>
    public void Fill(float value) => memory.Span.Fill(value);

    /// <summary>Copies the rows of another buffer; both have one slot, the same width and the same lengths.</summary>
    /// <param name="source">The other buffer.</param>
    public void CopyFrom(RowBuffer source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Debug.Assert(
            Kind == BufferSlots.One && source.Kind == BufferSlots.One,
            "Only what stands once is copied whole."
        );
        source.memory.Span[..(lengths.Rows * Stride)].CopyTo(memory.Span);
    }

    void IStateRows.ReadState(int row, Span<float> target) => Row(0, row).CopyTo(target);

    void IStateRows.WriteState(int row, ReadOnlySpan<float> source) => source.CopyTo(Row(0, row));

    private bool AreAllRows(Lengths steps) => lengths.AreEqual && steps.AreEqual && steps.Rows == lengths.Rows;

    private int FirstRow(int slot) =>
        isEven ? Index(slot) * lengths.Rows
        : slots == BufferSlots.Steps ? lengths.Before(slot)
        : slot == 0 ? 0
        : lengths.Rows + lengths.Before(slot - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Index(int slot)
    {
        var index = slot & slotMask;
        Debug.Assert((uint)index < (uint)Slots, "The slot lies outside of what was reserved.");
        return index;
    }
}
