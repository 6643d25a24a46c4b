using System.Diagnostics;
using RnnDsl.Parameters;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Simd;

/// <summary>The gradients of matrices: sums of outer products over the rows of the batch and over time.</summary>
public static class OuterProduct
{
    /// <summary>
    /// gradient[u, k] += sum over t, and in it over b, of adjoint[t][b, u] * operand[t][b, k], each element in this order: the
    /// result depends neither on how the work is shared out nor on the tiles.
    /// </summary>
    /// <param name="gradient">[width of the adjoint, width of the operand].</param>
    /// <param name="adjoint">The adjoint of the product.</param>
    /// <param name="adjointSlot">The adjoint's slot of the first step.</param>
    /// <param name="operand">What the matrix was multiplied with.</param>
    /// <param name="operandSlot">The operand's slot of the first step.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="steps">Steps to sum over.</param>
    /// <param name="part">Which part of the elements to compute, 0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">How many parts there are.</param>
    public static void Accumulate(
        ParameterSlice gradient,
        RowBuffer adjoint,
        int adjointSlot,
        RowBuffer operand,
        int operandSlot,
        int rows,
        int steps,
        int part,
        int parts
    )
    {
        Debug.Assert(gradient.Rows == adjoint.Width, "The gradient has a row for each unit of the adjoint.");
        Debug.Assert(gradient.Columns == operand.Width, "The gradient has a column for each element of the operand.");
        var runs = new GradientRows(adjoint, operand, rows, steps);
        for (var run = 0; run < runs.Count; run++)
        {
            var a = adjoint.At(adjointSlot + run);
            var x = operand.At(operandSlot + run);
            if (Width.Is512)
                OuterProduct512.Accumulate(gradient, a, x, runs.Length, part, parts);
            else if (Width.Is256)
                OuterProduct256.Accumulate(gradient, a, x, runs.Length, part, parts);
            else
                OuterProduct128.Accumulate(gradient, a, x, runs.Length, part, parts);
        }
    }
}
