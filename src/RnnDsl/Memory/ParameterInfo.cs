using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>The location of a parameter in its store.</summary>
/// <param name="Name">The path of fields that leads to it: <c>rnn.Wxh</c>.</param>
/// <param name="Rows">Rows of a matrix; elements of a vector.</param>
/// <param name="Columns">Columns of a matrix; 1 for a vector.</param>
/// <param name="IsVector">Whether it was declared as a vector.</param>
/// <param name="IsTable">
/// Whether it is a matrix that equations use only to pick rows by tokens. A training step changes the rows that its batch
/// picks, and no others.
/// </param>
public sealed record ParameterInfo(string Name, int Rows, int Columns, bool IsVector = false, bool IsTable = false)
{
    /// <summary>The number of elements: rows times columns.</summary>
    public int Length { get; } = checked(Rows * Columns);

    /// <summary>Whether no training changes it: a field is <c>[Constant]</c>, or one that leads to it is <c>[Frozen]</c>.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>
    /// Of a setting the number that the constructor was given: it is saved with the parameters, and nothing changes it. Null for a
    /// parameter, which is trained.
    /// </summary>
    public float? Setting { get; init; }

    /// <summary>Position of its first number in the store, a multiple of 16.</summary>
    internal int Offset { get; init; }

    /// <summary>
    /// The stride of a row in the store: <see cref="Columns"/>, for a table rounded up to a multiple of 16, so that training
    /// can handle rows separately.
    /// </summary>
    internal int Stride => IsTable ? Pad(Columns) : Columns;

    /// <summary><c>[50, 1]</c> for a matrix, <c>[50]</c> for a vector.</summary>
    public string Shape => IsVector ? Invariant($"[{Rows}]") : Invariant($"[{Rows}, {Columns}]");

    /// <summary>The floats from the first number to the last of its last row, with the padding of rows.</summary>
    internal int Span => checked(Rows * Stride);

    /// <summary>Removes the padding: the numbers row by row, contiguous.</summary>
    /// <param name="padded">The numbers as the store has them.</param>
    internal float[] WithoutPadding(ReadOnlySpan<float> padded)
    {
        var numbers = new float[Length];
        for (var row = 0; row < Rows; row++)
            padded.Slice(row * Stride, Columns).CopyTo(numbers.AsSpan(row * Columns));
        return numbers;
    }

    internal static int Pad(int length) => checked(length + 15) & ~15;
}
