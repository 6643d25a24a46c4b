using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>Sums of the squares of parameters, for penalties in losses, and their gradients.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Squares
{
    /// <summary>
    /// The sum of the squares of all elements, into the first element of each of the target's rows. Each row of a matrix has 16 partial
    /// results on every machine, and the rows are summed in double precision: the bits do not depend on the width of vectors.
    /// </summary>
    /// <param name="matrices">The matrices.</param>
    /// <param name="target">Rows of width 1.</param>
    /// <param name="share">The rows of this thread, which computes the sum for itself.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(ReadOnlySpan<ParameterSlice> matrices, Rows target, in Share share)
    {
        var (first, last) = share.WholeRows;
        if (first < last)
        {
            var sum = 0.0;
            foreach (var matrix in matrices)
            {
                for (var row = 0; row < matrix.Rows; row++)
                    sum += OfRow(matrix.Pointer + (nint)row * matrix.Stride, matrix.Columns);
            }

            for (var row = first; row < last; row++)
                *target.At(row, 0, 1) = (float)sum;
        }

        share.EndStage();
    }

    /// <summary>gradient += (sum over the batch of factor) * matrix.</summary>
    /// <param name="gradient">Of the matrix's shape.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="factor">Rows of width 1.</param>
    /// <param name="slot">The factor's slot.</param>
    /// <param name="lengths">The rows of the batch.</param>
    /// <param name="part">Which part of the gradient to compute, 0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">The number of parts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddGradient(
        ParameterSlice gradient,
        ParameterSlice matrix,
        RowBuffer factor,
        int slot,
        Lengths lengths,
        int part,
        int parts
    )
    {
        var sum = 0.0;
        for (var row = 0; row < lengths.Rows; row++)
            sum += *factor.At(slot).At(row, 0, 1);

        // The rows that belong to this thread in every sum of the gradient (GradientLayout).
        var lines = Padding.RoundUp(gradient.Rows) / Padding.Floats;
        var first = lines * part / parts * Padding.Floats;
        var last = Math.Min(lines * (part + 1) / parts * Padding.Floats, gradient.Rows);
        for (var row = first; row < last; row++)
        {
            var to = gradient.Pointer + (nint)row * gradient.Stride;
            var from = matrix.Pointer + (nint)row * matrix.Stride;
            for (var column = 0; column < gradient.Columns; column++)
                to[column] += (float)sum * from[column];
        }
    }

    private static float OfRow(float* row, int columns)
    {
        Vector128<float> a = default;
        Vector128<float> b = default;
        Vector128<float> c = default;
        Vector128<float> d = default;
        var column = 0;
        for (; column + 16 <= columns; column += 16)
        {
            a += Square(row + column);
            b += Square(row + column + 4);
            c += Square(row + column + 8);
            d += Square(row + column + 12);
        }

        var sum = Vector128.Sum((a + c) + (b + d));
        for (; column < columns; column++)
            sum += row[column] * row[column];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Square(float* from)
    {
        var x = Vector128.Load(from);
        return x * x;
    }
}
