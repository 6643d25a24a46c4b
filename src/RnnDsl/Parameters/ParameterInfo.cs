namespace RnnDsl.Parameters;

/// <summary>Where a parameter lies in its store.</summary>
/// <param name="Name">The path of fields that leads to it: <c>rnn.Wxh</c>.</param>
/// <param name="Rows">Rows of a matrix; elements of a vector.</param>
/// <param name="Columns">Columns of a matrix; 1 for a vector.</param>
/// <param name="Offset">Position of its first number in the store's values, a multiple of 16.</param>
/// <param name="Length">How many numbers it has: rows times columns.</param>
/// <param name="IsVector">Whether it was declared as a vector.</param>
/// <param name="IsTable">
/// Whether it is a matrix of which equations do nothing but pick rows, by tokens. A training step changes the rows that its batch
/// picks, and no others; each row begins at a multiple of 16, so that they can be treated apart.
/// </param>
public sealed record ParameterInfo(
    string Name,
    int Rows,
    int Columns,
    int Offset,
    int Length,
    bool IsVector = false,
    bool IsTable = false
)
{
    /// <summary>How far apart the rows begin: <see cref="Columns"/>, for a table rounded up to a multiple of 16.</summary>
    public int Stride => IsTable ? Pad(Columns) : Columns;

    /// <summary><c>[50, 1]</c> for a matrix, <c>[50]</c> for a vector.</summary>
    public string Shape => IsVector ? $"[{Rows}]" : $"[{Rows}, {Columns}]";

    /// <summary>The floats from the first number to the last of its last row, with the padding of rows.</summary>
    internal int Span => checked(Rows * Stride);

    internal static int Pad(int length) => checked(length + 15) & ~15;
}
