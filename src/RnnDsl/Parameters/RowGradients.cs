using System.ComponentModel;
using System.Numerics;
using RnnDsl.Simd;

namespace RnnDsl.Parameters;

/// <summary>
/// The gradient of a matrix whose rows tokens pick: each example adds the adjoint of the row that it picked to that row's gradient.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class RowGradients
{
    private readonly ParameterSlice gradient;
    private readonly TouchedRows? touched;

    internal RowGradients(ParameterSlice gradient, TouchedRows? touched) =>
        (this.gradient, this.touched) = (gradient, touched);

    /// <summary>A view of some of the columns, with all rows.</summary>
    /// <param name="row">0.</param>
    /// <param name="rows">All.</param>
    /// <param name="column">The first column.</param>
    /// <param name="columns">The number of columns.</param>
    public RowGradients Part(int row, int rows, int column, int columns) =>
        new(gradient.Part(row, rows, column, columns), touched);

    /// <summary>
    /// gradient[token[t][b], k] += adjoint[t][b, k], over the steps in order, and in a step over the rows in order: the bits do not
    /// depend on how the work is split.
    /// </summary>
    /// <param name="tokens">Which row each example picks, as a number in a row of width 1.</param>
    /// <param name="tokenSlot">The slot of the tokens at the first step.</param>
    /// <param name="adjoint">The adjoint of the picked rows.</param>
    /// <param name="adjointSlot">The slot of the adjoint at the first step.</param>
    /// <param name="lengths">The steps of each row to sum over.</param>
    /// <param name="part">Which part of the gradient, 0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">The number of parts.</param>
    public void Add(
        RowBuffer tokens,
        int tokenSlot,
        RowBuffer adjoint,
        int adjointSlot,
        Lengths lengths,
        int part,
        int parts
    )
    {
        if (part == 0)
        {
            touched?.Add(tokens, tokenSlot, lengths);
        }

        // A table is split by columns, which balances the work. Any other matrix also gets gradients of products, which are
        // split by rows; the split must be the same here, because threads do not wait between the calls.
        var byColumns = touched is not null;
        var (firstColumn, lastColumn) = byColumns ? Range(gradient.Columns, part, parts) : (0, gradient.Columns);
        var (firstRow, lastRow) = byColumns ? (0, gradient.Rows) : Range(gradient.Rows, part, parts);
        var count = lastColumn - firstColumn;
        for (var step = 0; count > 0 && step < lengths.Steps; step++)
        {
            var picks = tokens.At(tokenSlot + step);
            var adjoints = adjoint.At(adjointSlot + step);
            for (var row = 0; row < lengths.RowsAt(step); row++)
            {
                var token = picks.Token(row);
                if (token >= firstRow && token < lastRow)
                {
                    var target = gradient.Pointer + (nint)token * gradient.Stride + firstColumn;
                    Add(target, adjoints.At(row, firstColumn, count), count);
                }
            }
        }
    }

    // Whole lines of 16, as GradientLayout splits them.
    private static (int First, int Last) Range(int units, int part, int parts)
    {
        var lines = Padding.RoundUp(units) / Padding.Floats;
        return (
            Math.Min(lines * part / parts * Padding.Floats, units),
            Math.Min(lines * (part + 1) / parts * Padding.Floats, units)
        );
    }

    // The padding of the adjoint may hold anything; the padding of the gradient must stay zero.
    private static void Add(float* target, float* source, int count)
    {
        var i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.Load(target + i) + Vector.Load(source + i)).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] += source[i];
        }
    }
}
