using System.ComponentModel;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>
/// Between matrices of examples, each a row of a tensor line by line, and vectors of their lines or columns; also without a batch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Matrices
{
    /// <summary>The matrices whose columns all are the vector.</summary>
    /// <param name="vector">[..., lines].</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>[..., lines * columns].</returns>
    public static Tensor EachColumn(Tensor vector, int columns)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var batch = vector.shape[..^1];
        var lines = vector.shape[^1];
        return vector.unsqueeze(-1).expand([.. batch, lines, columns]).reshape([.. batch, lines * columns]);
    }

    /// <summary>The matrices whose lines all are the vector.</summary>
    /// <param name="vector">[..., columns].</param>
    /// <param name="lines">The number of lines.</param>
    /// <returns>[..., lines * columns].</returns>
    public static Tensor EachRow(Tensor vector, int lines)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var batch = vector.shape[..^1];
        var columns = vector.shape[^1];
        return vector.unsqueeze(-2).expand([.. batch, lines, columns]).reshape([.. batch, lines * columns]);
    }

    /// <summary>The sums over the columns.</summary>
    /// <param name="matrices">[rows, lines * columns].</param>
    /// <param name="lines">The number of lines.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>[rows, lines].</returns>
    public static Tensor SumColumns(Tensor matrices, int lines, int columns)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        return matrices.reshape(-1, lines, columns).sum(2);
    }

    /// <summary>The sums over the lines.</summary>
    /// <param name="matrices">[rows, lines * columns].</param>
    /// <param name="lines">The number of lines.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>[rows, columns].</returns>
    public static Tensor SumRows(Tensor matrices, int lines, int columns)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        return matrices.reshape(-1, lines, columns).sum(1);
    }

    /// <summary>The sums over all elements.</summary>
    /// <param name="matrices">[rows, lines * columns].</param>
    /// <param name="lines">The number of lines.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>[rows, 1].</returns>
    public static Tensor Sum(Tensor matrices, int lines, int columns)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        return matrices.reshape(-1, lines * columns).sum(1, keepdim: true);
    }

    /// <summary>The elements of a parameter, line by line.</summary>
    /// <param name="matrix">[lines, columns].</param>
    /// <returns>[lines * columns].</returns>
    public static Tensor Elements(Tensor matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.view(-1);
    }
}
