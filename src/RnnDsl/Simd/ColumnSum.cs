using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>The gradients of vectors: sums over the rows of the batch and over time.</summary>
public static unsafe class ColumnSum
{
    /// <summary>gradient[u] += sum over t, and in it over b, of adjoint[t][b, u], each element in this order.</summary>
    /// <param name="gradient">A vector of the adjoint's width.</param>
    /// <param name="adjoint">The adjoint of the vector.</param>
    /// <param name="adjointSlot">The adjoint's slot of the first step.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="steps">Steps to sum over.</param>
    /// <param name="part">Which part of the elements to compute, 0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">How many parts there are; the result does not depend on it.</param>
    public static void Accumulate(
        ParameterSlice gradient,
        RowBuffer adjoint,
        int adjointSlot,
        int rows,
        int steps,
        int part,
        int parts
    )
    {
        Debug.Assert(gradient.Length == adjoint.Width, "The gradient has an element for each unit of the adjoint.");
        var blocks = adjoint.Stride / Padding.Floats;
        var first = (int)((long)blocks * part / parts) * Padding.Floats;
        var last = (int)((long)blocks * (part + 1) / parts) * Padding.Floats;
        // Parameters are padded to 16 floats, but their padding stays zero.
        for (var unit = first; unit < last; unit += Padding.Floats)
            AccumulateBlock(gradient, adjoint, adjointSlot, rows, steps, unit);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AccumulateBlock(
        ParameterSlice gradient,
        RowBuffer adjoint,
        int adjointSlot,
        int rows,
        int steps,
        int unit
    )
    {
        var units = Math.Min(Padding.Floats, gradient.Length - unit);
        var sums = stackalloc float[Padding.Floats];
        var values = new Span<float>(gradient.Pointer + unit, units);
        values.CopyTo(new Span<float>(sums, Padding.Floats));
        for (var step = 0; step < steps; step++)
        {
            var source = adjoint.At(adjointSlot + step);
            for (var lane = 0; lane < Padding.Floats; lane += Vector<float>.Count)
            {
                var sum = Vector.Load(sums + lane);
                for (var row = 0; row < rows; row++)
                    sum += Vector.Load(source.At(row, unit + lane, Vector<float>.Count));
                sum.Store(sums + lane);
            }
        }

        new ReadOnlySpan<float>(sums, units).CopyTo(values);
    }
}
