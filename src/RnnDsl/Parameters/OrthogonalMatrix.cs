using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RnnDsl.RandomNumbers;

namespace RnnDsl.Parameters;

/// <summary>
/// Draws a matrix from the uniform distribution over those with orthonormal rows (or columns, where they are fewer): normal
/// numbers, made orthonormal one row after the other by Gram and Schmidt's method, which leaves the signs as the uniform
/// distribution wants them. Each row is projected twice, because once leaves rounding errors that grow with the size.
/// </summary>
internal static class OrthogonalMatrix
{
    public static void Fill(Span<float> target, int rows, int columns, double scale, RandomStream random)
    {
        // Work on the wide form: few long rows. A tall matrix is its transpose.
        var isTall = rows > columns;
        var (count, length) = isTall ? (columns, rows) : (rows, columns);
        var basis = new double[count][];
        for (var i = 0; i < count; i++)
        {
            basis[i] = NextRow(basis.AsSpan(0, i), length, random);
        }

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var element = isTall ? basis[column][row] : basis[row][column];
                target[(row * columns) + column] = (float)(scale * element);
            }
        }
    }

    private static double[] NextRow(ReadOnlySpan<double[]> basis, int length, RandomStream random)
    {
        var row = new double[length];
        double norm;
        do
        {
            for (var i = 0; i < length; i++)
            {
                row[i] = random.NextNormal();
            }

            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var other in basis)
                {
                    AddScaled(row, -Dot(row, other), other);
                }
            }

            norm = Math.Sqrt(Dot(row, row));
        } while (norm < 1e-6); // Almost in the span of the others: what is left is rounding. Draw again.

        for (var i = 0; i < length; i++)
        {
            row[i] /= norm;
        }

        return row;
    }

    // Matrices are drawn first of all, when no loop has run often enough for the JIT to optimize it by itself.
    // Always four lanes, so that the sum has one order, and the matrix the same bits, whatever the width of the vectors.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var wideA = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var wideB = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var sums = Vector256<double>.Zero;
        for (var i = 0; i < wideA.Length; i++)
        {
            sums += wideA[i] * wideB[i];
        }

        var sum = ((sums[0] + sums[1]) + sums[2]) + sums[3];
        for (var i = wideA.Length * 4; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        var wideTarget = MemoryMarshal.Cast<double, Vector256<double>>(target);
        var wideSource = MemoryMarshal.Cast<double, Vector256<double>>(source);
        for (var i = 0; i < wideTarget.Length; i++)
        {
            wideTarget[i] += factor * wideSource[i];
        }

        for (var i = wideTarget.Length * 4; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }
}
