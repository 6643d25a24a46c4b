namespace RnnDsl.Parameters;

/// <summary>
/// The numbers of one parameter, or of its gradient, in pinned memory: row by row; the rows of a table are padded. It is valid
/// as long as the store or the gradients that it was taken from are alive.
/// </summary>
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

    /// <summary>Rows of a matrix; elements of a vector.</summary>
    public int Rows { get; }

    /// <summary>Columns of a matrix; 1 for a vector.</summary>
    public int Columns { get; }

    /// <summary>Floats from one row to the next: <see cref="Columns"/>, or more for a table.</summary>
    public int Stride { get; }

    /// <summary>How many numbers: rows times columns.</summary>
    public int Length => Rows * Columns;

    /// <summary>The numbers, row by row, with what pads the rows.</summary>
    public Span<float> Span => new(Pointer, Rows * Stride);

    /// <summary>The first number, aligned to 64 bytes.</summary>
    internal float* Pointer { get; }
}
