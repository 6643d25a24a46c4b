using System.ComponentModel;
using System.Diagnostics;
using RnnDsl.Simd;

namespace RnnDsl.Parameters;

/// <summary>
/// The numbers of one parameter, or of its gradient, in pinned memory: row by row; the rows of a table are padded. It is valid
/// as long as the store or the gradients that it was taken from are alive.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ParameterSlice
{
    internal ParameterSlice(float* pointer, ParameterInfo item)
    {
        Pointer = pointer;
        (Rows, Columns, Stride) = (item.Rows, item.Columns, item.Stride);
    }

    internal ParameterSlice(float* pointer, int rows, int columns)
    {
        Pointer = pointer;
        (Rows, Columns, Stride) = (rows, columns, columns);
    }

    internal ParameterSlice(float* pointer, int rows, int columns, int stride)
    {
        Pointer = pointer;
        (Rows, Columns, Stride) = (rows, columns, stride);
    }

    /// <summary>Rows of a matrix; elements of a vector.</summary>
    public int Rows { get; }

    /// <summary>Columns of a matrix; 1 for a vector.</summary>
    public int Columns { get; }

    /// <summary>Floats from one row to the next: <see cref="Columns"/>, or more for a table.</summary>
    public int Stride { get; }

    /// <summary>The number of elements: rows times columns.</summary>
    public int Length => Rows * Columns;

    /// <summary>The numbers, row by row, including the padding between rows.</summary>
    internal Span<float> Span => new(Pointer, (Rows - 1) * Stride + Columns);

    /// <summary>Copies the numbers into memory of the same rows and columns.</summary>
    internal void CopyTo(ParameterSlice target)
    {
        Debug.Assert(Rows == target.Rows && Columns == target.Columns, "Both have one shape.");
        for (var row = 0; row < Rows; row++)
        {
            new Span<float>(Pointer + (nint)row * Stride, Columns).CopyTo(
                new(target.Pointer + (nint)row * target.Stride, Columns)
            );
        }
    }

    /// <summary>Some of the rows and columns.</summary>
    /// <param name="row">The first row; of a vector the first element.</param>
    /// <param name="rows">The number of rows; for a vector the number of elements.</param>
    /// <param name="column">The first column.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is outside the parameter.</exception>
    public ParameterSlice Part(int row, int rows, int column, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Rows - row);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, Columns - column);
        return new(Pointer + (nint)row * Stride + column, rows, columns, Stride);
    }

    /// <summary>A vector, or a part of one, as a broadcast row; or all elements of a matrix, row by row.</summary>
    public Simd.Rows AsVector()
    {
        Debug.Assert(Columns == Stride || Columns == 1, "The rows follow each other without gaps.");
        return Simd.Rows.Vector(Pointer, Length);
    }

    /// <summary>A matrix, for tokens to pick rows of.</summary>
    public TableRows AsTable() => new(this);

    /// <summary>The first number; of a whole parameter aligned to 64 bytes.</summary>
    internal float* Pointer { get; }
}
