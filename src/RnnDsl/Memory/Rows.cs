using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <summary>
/// Rows of floats, as kernels see them: one slot of a <see cref="RowBuffer"/>, or a vector parameter, which is the same row for
/// every index. A unit is the position in a row, always a multiple of the vector's lanes; lanes beyond the width hold padding.
/// </summary>
/// <remarks>The user of a value keeps its memory alive; indices are checked in debug builds only.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe partial struct Rows
{
    private readonly float* start;
    private readonly int stride;
    private readonly int width;

    // With it, the struct would no longer be passed in registers.
#if DEBUG
    private readonly int count;
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Rows(float* start, int stride, int count, int width)
    {
        this.start = start;
        this.stride = stride;
        this.width = width;
#if DEBUG
        this.count = count;
#endif
    }

    /// <summary>One vector that is broadcast over the rows. Its memory must be padded to 16 floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Rows Vector(float* start, int width) => new(start, 0, int.MaxValue, width);

    internal float* Start => start;
    internal int Stride => stride;
    internal int Width => width;

    /// <summary>The index of a unit of a row: the same for all rows of one width.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="unit">The first unit of a vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Index(int row, int unit)
    {
        AssertRange(row, row + 1);
        Debug.Assert(unit >= 0 && unit < Padding.RoundUp(width), "The unit lies outside of the row.");
        return (nint)row * stride + unit;
    }

    /// <summary>A vector of units from an index on.</summary>
    /// <param name="at">The result of <see cref="Index"/>; for a vector parameter the unit itself.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load<TVector>(nint at)
        where TVector : struct => Unsafe.ReadUnaligned<TVector>(start + at);

    /// <summary>The first element of a row, in all lanes: a scalar of the example.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Broadcast<TVector>(int row)
        where TVector : struct => AnyVector.Create<TVector>(*At(row, 0, 1));

    /// <summary>The number of a row of width 1.</summary>
    /// <param name="row">The row.</param>
    internal float Number(int row) => *At(row, 0, 1);

    /// <summary>The first element of a row as a whole number: the token of the example.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Token(int row) => (int)*At(row, 0, 1);

    /// <summary>Writes a vector of units from an index on.</summary>
    /// <param name="at">The result of <see cref="Index"/>.</param>
    /// <param name="value">The numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TVector>(nint at, TVector value)
        where TVector : struct => Unsafe.WriteUnaligned(start + at, value);

    /// <summary>Sets rows to zeros, including their padding.</summary>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public void Clear(in Share share)
    {
        var (first, last) = share.WholeRows;
        Clear(first, last);
        share.EndStage();
    }

    internal void Clear(int first, int last)
    {
        Debug.Assert(stride > 0, "A vector that is broadcast over the rows is not written.");
        AssertRange(first, last);
        if (last > first)
            new Span<float>(start + (nint)first * stride, checked((last - first) * stride)).Clear();
    }

    /// <summary>Copies rows of the same width.</summary>
    /// <param name="target">The destination, at the same indices.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public void CopyTo(Rows target, in Share share)
    {
        var (first, last) = share.WholeRows;
        Debug.Assert(target.stride > 0, "A vector that is broadcast over the rows is not written.");
        target.AssertRange(first, last);
        Debug.Assert(width == target.width, "Rows are copied between buffers of one width.");
        var padded = Padding.RoundUp(width);
        for (var row = first; row < last; row++)
            new Span<float>(At(row, 0, padded), padded).CopyTo(new Span<float>(target.At(row, 0, padded), padded));
        share.EndStage();
    }

    /// <summary>The elements of a row.</summary>
    internal Span<float> Row(int row) => new(At(row, 0, width), width);

    /// <summary>The start of <paramref name="lanes"/> floats of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* At(int row, int unit, int lanes)
    {
        AssertRange(row, row + 1);
        Debug.Assert(unit >= 0 && unit + lanes <= Padding.RoundUp(width), "The units lie outside of the row.");
        return start + (nint)row * stride + unit;
    }

    [Conditional("DEBUG")]
    private void AssertRange(int first, int last)
    {
#if DEBUG
        Debug.Assert(first >= 0 && first <= last && last <= count, "The rows lie outside of the batch.");
#endif
    }
}
