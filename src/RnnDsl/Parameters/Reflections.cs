using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.Simd;

namespace RnnDsl.Parameters;

/// <summary>
/// Householder reflections <c>H1 H2 ... Hk</c> that follow each other, as one matrix <c>I - V T V'</c> (Schreiber and Van Loan
/// 1989, "A storage-efficient WY representation for products of Householder transformations"), so that applying them is two
/// products of matrices.
/// </summary>
internal sealed unsafe class Reflections
{
    /// <summary>The number of columns, and so of reflections, of a panel. If fewer are left, the last columns of V and T are zero.</summary>
    public const int Columns = DoubleProduct.Columns;

    /// <summary>The number of rows of V and of its operand that the L1 cache holds together.</summary>
    private const int Chunk = 64;

    private const int Vectors = Columns / Lanes;
    private const int Lanes = 4;

    // V is stored in place, from row `first` of the panel that it was computed from.
    private readonly double[] panel;
    private readonly int first;
    private readonly int rows;
    private readonly double[] minusT = new double[Columns * Columns];

    /// <summary>Factors a panel: zeroes its columns below the diagonal and stores the reflections in the panel's memory.</summary>
    /// <param name="panel">The columns side by side, row by row, with <see cref="Pad"/> rows.</param>
    /// <param name="first">The number of the first column, which is also the row of its diagonal.</param>
    /// <param name="count">The number of columns, 1 to <see cref="Columns"/>.</param>
    /// <param name="height">Rows of the matrix.</param>
    /// <param name="signs">Receives the signs of the diagonal.</param>
    public Reflections(double[] panel, int first, int count, int height, Span<double> signs)
    {
        (this.panel, this.first) = (panel, first);
        rows = Pad(height) - first;
        Span<double> betas = stackalloc double[Columns];
        betas.Clear();
        fixed (double* start = panel)
        {
            var v = start + (first * Columns);
            for (var k = 0; k < count; k++)
            {
                (betas[k], signs[k]) = Reflect(v + (k * Columns), k, rows - k);
            }

            for (var k = 0; k < Columns; k++)
            {
                new Span<double>(v + (k * Columns) + k + 1, Columns - 1 - k).Clear();
                v[(k * Columns) + k] = k < count ? 1 : 0;
            }

            SetT(v, betas);
        }
    }

    /// <summary>The number of rows of a panel, including the zero rows that pad the last tile of a product.</summary>
    /// <param name="height">Rows of the matrix.</param>
    public static int Pad(int height) => (height + Columns - 1) / Columns * Columns;

    /// <summary>Multiplies a panel by the reflections from the left, the last of them first.</summary>
    public void Apply(double[] other) => Apply(other, Columns, 1);

    /// <summary>Multiplies a panel by the reflections from the left, the first of them first.</summary>
    public void ApplyReversed(double[] other) => Apply(other, 1, Columns);

    private void Apply(double[] other, int tRow, int tColumn)
    {
        var products = stackalloc double[Columns * Columns];
        var factors = stackalloc double[Columns * Columns];
        new Span<double>(products, Columns * Columns).Clear();
        new Span<double>(factors, Columns * Columns).Clear();
        fixed (
            double* vStart = panel,
                toStart = other,
                t = minusT
        )
        {
            double* v = vStart + (first * Columns),
                to = toStart + (first * Columns);
            for (var row = 0; row < rows; row += Chunk)
            {
                var depth = Math.Min(Chunk, rows - row);
                var at = row * Columns;
                DoubleProduct.Add(v + at, 1, Columns, to + at, products, Columns, depth, Columns);
            }

            DoubleProduct.Add(t, tRow, tColumn, products, factors, Columns, Columns, Columns);
            DoubleProduct.Add(v, Columns, 1, factors, to, rows, Columns, Columns);
        }
    }

    /// <summary>
    /// Makes the reflection <c>I - beta v v'</c> that takes a column to a multiple of the first unit vector, with v in its place, and
    /// applies it to the columns right of it.
    /// </summary>
    /// <param name="x">The row of the column's diagonal.</param>
    /// <param name="column">The column's place in the panel.</param>
    /// <param name="height">Rows from there on.</param>
    private static (double Beta, double Sign) Reflect(double* x, int column, int height)
    {
        // Dot products of the column with itself and with those right of it, before v is known: v is x except for its first element and a factor.
        Span<double> factors = stackalloc double[Columns];
        Products(x, column, height, factors);
        var norm = Math.Sqrt(factors[column]);
        var sign = x[column] < 0 ? 1.0 : -1.0;
        if (norm == 0)
        {
            return (0, sign);
        }

        // No cancellation: both terms have the same sign.
        var scale = 1 / (x[column] - (sign * norm));
        var beta = 1 + (Math.Abs(x[column]) / norm);
        for (var j = 0; j < Columns; j++)
        {
            factors[j] = j > column ? beta * scale * (factors[j] - (sign * norm * x[j])) : 0;
        }

        x[column] -= sign * norm;
        Subtract(x, column, height, scale, factors);
        return (beta, sign);
    }

    // Vectors of four doubles on any machine, since this is a small part of the work.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Products(double* x, int column, int height, Span<double> products)
    {
        var (s0, s1, s2) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (s3, s4, s5) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var end = x + (height * Columns); x < end; x += Columns)
        {
            var factor = Vector256.Create(x[column]);
            s0 += factor * Vector256.Load(x);
            s1 += factor * Vector256.Load(x + Lanes);
            s2 += factor * Vector256.Load(x + (2 * Lanes));
            s3 += factor * Vector256.Load(x + (3 * Lanes));
            s4 += factor * Vector256.Load(x + (4 * Lanes));
            s5 += factor * Vector256.Load(x + (5 * Lanes));
        }

        s0.CopyTo(products);
        s1.CopyTo(products[Lanes..]);
        s2.CopyTo(products[(2 * Lanes)..]);
        s3.CopyTo(products[(3 * Lanes)..]);
        s4.CopyTo(products[(4 * Lanes)..]);
        s5.CopyTo(products[(5 * Lanes)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(double* x, int column, int height, double scale, ReadOnlySpan<double> factors)
    {
        var f0 = Vector256.Create(factors);
        var f1 = Vector256.Create(factors[Lanes..]);
        var f2 = Vector256.Create(factors[(2 * Lanes)..]);
        var f3 = Vector256.Create(factors[(3 * Lanes)..]);
        var f4 = Vector256.Create(factors[(4 * Lanes)..]);
        var f5 = Vector256.Create(factors[(5 * Lanes)..]);
        for (var end = x + (height * Columns); x < end; x += Columns)
        {
            var v = x[column] * scale;
            var factor = Vector256.Create(v);
            (Vector256.Load(x) - (factor * f0)).Store(x);
            (Vector256.Load(x + Lanes) - (factor * f1)).Store(x + Lanes);
            (Vector256.Load(x + (2 * Lanes)) - (factor * f2)).Store(x + (2 * Lanes));
            (Vector256.Load(x + (3 * Lanes)) - (factor * f3)).Store(x + (3 * Lanes));
            (Vector256.Load(x + (4 * Lanes)) - (factor * f4)).Store(x + (4 * Lanes));
            (Vector256.Load(x + (5 * Lanes)) - (factor * f5)).Store(x + (5 * Lanes));
            x[column] = v;
        }
    }

    private void SetT(double* v, ReadOnlySpan<double> betas)
    {
        var products = stackalloc double[Columns * Columns];
        new Span<double>(products, Columns * Columns).Clear();
        DoubleProduct.Add(v, 1, Columns, v, products, Columns, rows, Columns);

        // T grows by a column: -beta T V' v, and beta below it. Here with the opposite sign.
        for (var k = 0; k < Columns; k++)
        {
            for (var i = 0; i < k; i++)
            {
                var sum = 0.0;
                for (var j = i; j < k; j++)
                {
                    sum += minusT[(i * Columns) + j] * products[(j * Columns) + k];
                }

                minusT[(i * Columns) + k] = -betas[k] * sum;
            }

            minusT[(k * Columns) + k] = -betas[k];
        }
    }
}
