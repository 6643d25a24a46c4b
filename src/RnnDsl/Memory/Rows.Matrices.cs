using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace RnnDsl.Simd;

/// <content>What equations on matrices read and write.</content>
public readonly unsafe partial struct Rows
{
    /// <summary>The same row for every index. The stride of 0 is a constant in a kernel, where it takes a product from each index.</summary>
    /// <param name="row">The row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows Of(int row) => Vector(At(row, 0, 1), width);

    /// <summary>A vector of elements from an index on, of which only some are read.</summary>
    /// <param name="at">The result of <see cref="Index"/>; for a matrix that is a parameter the unit itself.</param>
    /// <param name="count">How many lanes to read; the others are 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load<TVector>(nint at, int count)
        where TVector : struct
    {
        PrefetchAhead(start + at);
        return count >= Unsafe.SizeOf<TVector>() / sizeof(float)
            ? Load<TVector>(at)
            : LineEnd.Load<TVector>(start + at, count);
    }

    /// <summary>Writes some lanes of a vector from an index on.</summary>
    /// <param name="at">The result of <see cref="Index"/>.</param>
    /// <param name="value">The numbers.</param>
    /// <param name="count">How many lanes to write.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TVector>(nint at, TVector value, int count)
        where TVector : struct
    {
        if (count >= Unsafe.SizeOf<TVector>() / sizeof(float))
            Store(at, value);
        else
            LineEnd.Store(start + at, value, count);
    }

    /// <summary>An element of a vector, in all lanes: that of the line.</summary>
    /// <param name="row">The row.</param>
    /// <param name="line">The line of the matrix.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Line<TVector>(int row, int line)
        where TVector : struct => AnyVector.Create<TVector>(*At(row, line, 1));

    /// <summary>Elements of a vector, one for each column from the given one on; in its padding anything.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column of the first lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Columns<TVector>(int row, int column)
        where TVector : struct => Load<TVector>(Index(row, column));

    /// <summary>Writes an element of a vector, that of the line.</summary>
    /// <param name="row">The row.</param>
    /// <param name="line">The line of the matrix.</param>
    /// <param name="value">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetLine(int row, int line, float value) => *At(row, line, 1) = value;

    /// <summary>Adds a line's sum to those of the lines before, into the first element of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="line">The line of the matrix: the sum begins at line 0.</param>
    /// <param name="value">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddNumber(int row, int line, float value)
    {
        var at = At(row, 0, 1);
        *at = line == 0 ? value : *at + value;
    }

    /// <summary>Adds a line's elements to those of the lines before, one for each column from the given one on.</summary>
    /// <param name="row">The row.</param>
    /// <param name="line">The line of the matrix: the sum begins at line 0.</param>
    /// <param name="column">The column of the first lane.</param>
    /// <param name="value">The elements; what is beyond the last column goes to the padding.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddLine<TVector>(int row, int line, int column, TVector value)
        where TVector : struct
    {
        var at = start + Index(row, column);
        if (line == 0)
            Unsafe.WriteUnaligned(at, value);
        else
            AnyVector.AddTo(at, value);
    }

    // Matrices of many rows are read once a step, from memory or the last cache. The processor fetches ahead within a page at best, and
    // several matrices are read at a time; asked for a page ahead, what is read is there. Nothing is read where no memory is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchAhead(float* from)
    {
        const int Ahead = 1024;
        if (Sse.IsSupported)
            Sse.Prefetch0(from + Ahead);
    }
}
