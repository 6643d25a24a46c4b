namespace RnnDsl.Parameters;

/// <summary>Where a parameter lies in its store.</summary>
/// <param name="Name">The path of fields that leads to it: <c>rnn.Wxh</c>.</param>
/// <param name="Rows">Rows of a matrix; elements of a vector.</param>
/// <param name="Columns">Columns of a matrix; 1 for a vector.</param>
/// <param name="Offset">Position of its first number in the store's values, a multiple of 16.</param>
/// <param name="Length">How many numbers it has: rows times columns.</param>
/// <param name="IsVector">Whether it was declared as a vector.</param>
public sealed record ParameterInfo(string Name, int Rows, int Columns, int Offset, int Length, bool IsVector = false)
{
    /// <summary><c>[50, 1]</c> for a matrix, <c>[50]</c> for a vector.</summary>
    public string Shape => IsVector ? $"[{Rows}]" : $"[{Rows}, {Columns}]";
}
