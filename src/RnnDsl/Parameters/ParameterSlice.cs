namespace RnnDsl.Parameters;

/// <summary>
/// The numbers of one parameter, or of its gradient, in pinned memory: row by row, without padding between rows. It is valid
/// as long as the store or the gradients that it was taken from are alive.
/// </summary>
public readonly unsafe struct ParameterSlice
{
    internal ParameterSlice(float* pointer, int rows, int columns)
    {
        Pointer = pointer;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Rows of a matrix; elements of a vector.</summary>
    public int Rows { get; }

    /// <summary>Columns of a matrix; 1 for a vector.</summary>
    public int Columns { get; }

    /// <summary>How many numbers: rows times columns.</summary>
    public int Length => Rows * Columns;

    /// <summary>The numbers, row by row.</summary>
    public Span<float> Span => new(Pointer, Length);

    /// <summary>The first number, aligned to 64 bytes.</summary>
    internal float* Pointer { get; }
}
