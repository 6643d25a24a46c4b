using System.Runtime.CompilerServices;
using RnnDsl.RandomNumbers;
using RnnDsl.Simd;

namespace RnnDsl.Parameters;

/// <summary>
/// Draws a matrix from the uniform distribution over those with orthonormal rows (or columns, where they are fewer): normal
/// numbers, orthonormalized row by row. That is the factor Q of their transpose when the diagonal of the factor R is
/// positive, which gives the uniform distribution (Mezzadri 2007, "How to generate random matrices from the
/// classical compact groups"). Blocked Householder QR computes it.
/// </summary>
/// <remarks>
/// One thread at a time changes a panel of columns, and each sum has a fixed order, so that a matrix has the
/// same bits on any number of threads.
/// </remarks>
internal sealed class OrthogonalMatrix
{
    /// <summary>The number of panels whose reflections are applied to another panel at once, while it is in the cache.</summary>
    private const int Group = 4;

    private readonly int height;
    private readonly int width;
    private readonly RandomStream random;
    private readonly Panels memory;
    private readonly double[][] panels;
    private readonly Reflections[] reflections;
    private readonly double[] signs;

    private OrthogonalMatrix(int height, int width, RandomStream random, Panels memory)
    {
        (this.height, this.width, this.random, this.memory) = (height, width, random, memory);
        panels = new double[(width + Reflections.Columns - 1) / Reflections.Columns][];
        reflections = new Reflections[panels.Length];
        signs = new double[width];
    }

    /// <summary>Whether arrays can hold the memory that drawing a matrix of this shape needs.</summary>
    public static bool Fits(ParameterInfo item) =>
        (Math.Max(item.Rows, item.Columns) + (long)Reflections.Columns) * Reflections.Columns <= Array.MaxLength;

    /// <summary>Draws a matrix.</summary>
    /// <param name="target">Its memory, with the padding of its rows.</param>
    /// <param name="item">Its shape.</param>
    /// <param name="scale">The length of each row or column.</param>
    /// <param name="random">The random stream, at its beginning.</param>
    /// <param name="workers">The threads.</param>
    /// <param name="memory">The pool of panels.</param>
    public static unsafe void Fill(
        Span<float> target,
        ParameterInfo item,
        double scale,
        RandomStream random,
        Workers workers,
        Panels memory
    )
    {
        // Work on the tall form: few columns. A wide or square matrix is its transpose.
        var isWide = item.Columns >= item.Rows;
        var (height, width) = isWide ? (item.Columns, item.Rows) : (item.Rows, item.Columns);
        var matrix = new OrthogonalMatrix(height, width, random, memory);
        matrix.Factor(workers);
        fixed (float* to = target)
        {
            var product = new Product(matrix, scale, to, item.Stride, isWide);
            workers.Run(matrix.panels.Length, product);
        }

        foreach (var panel in matrix.panels)
        {
            memory.Return(panel);
        }
    }

    private void Factor(Workers workers)
    {
        workers.Run(panels.Length, new Drawing(this));
        for (var first = 0; first < panels.Length; first += Group)
        {
            var last = Math.Min(first + Group, panels.Length);
            for (var i = first; i < last; i++)
            {
                var (column, count) = ColumnsOf(i);
                reflections[i] = new(panels[i], column, count, height, signs.AsSpan(column, count));
                Reduce(workers, i..(i + 1), (i + 1)..last);
            }

            Reduce(workers, first..last, last..panels.Length);
        }
    }

    private void Reduce(Workers workers, Range by, Range reduced)
    {
        var (first, count) = reduced.GetOffsetAndLength(panels.Length);
        if (count > 0)
        {
            workers.Run(count, new Reduction(this, by, first));
        }
    }

    private (int First, int Count) ColumnsOf(int panel)
    {
        var first = panel * Reflections.Columns;
        return (first, Math.Min(Reflections.Columns, width - first));
    }

    private double[] RentPanel() => memory.Rent(Reflections.Pad(height) * Reflections.Columns);

    /// <summary>Draws the normal numbers, in parallel over panels: the numbers of a column are consecutive in the stream.</summary>
    private sealed class Drawing(OrthogonalMatrix matrix) : IParallelWork
    {
        // Matrices are drawn before any loop has run often enough for the JIT to optimize it by itself.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Execute(int part, int parts)
        {
            var panel = matrix.RentPanel();
            // From an even number of the stream to an even one.
            var numbers = new double[(matrix.height + 3) & ~1];
            var (first, count) = matrix.ColumnsOf(part);
            for (var column = 0; column < count; column++)
            {
                var start = (long)(first + column) * matrix.height;
                matrix.random.FillUniform(start & ~1L, numbers);
                BoxMuller.Transform(numbers);
                var skipped = (int)(start & 1);
                for (var row = 0; row < matrix.height; row++)
                {
                    panel[(row * Reflections.Columns) + column] = numbers[skipped + row];
                }
            }

            matrix.panels[part] = panel;
        }
    }

    /// <summary>Applies reflections to the panels that are not factored yet, in parallel over panels.</summary>
    private sealed class Reduction(OrthogonalMatrix matrix, Range by, int first) : IParallelWork
    {
        public void Execute(int part, int parts)
        {
            foreach (var reflections in matrix.reflections[by])
            {
                reflections.ApplyReversed(matrix.panels[first + part]);
            }
        }
    }

    /// <summary>The first columns of the product of all reflections, in parallel over panels.</summary>
    private sealed unsafe class Product(OrthogonalMatrix matrix, double scale, float* target, int stride, bool isWide)
        : IParallelWork
    {
        public void Execute(int part, int parts)
        {
            // The last columns have the most reflections: they are computed first, which balances the load.
            var number = parts - 1 - part;
            var (first, count) = matrix.ColumnsOf(number);
            var panel = matrix.RentPanel();
            for (var column = 0; column < count; column++)
            {
                panel[((first + column) * Reflections.Columns) + column] = matrix.signs[first + column];
            }

            // Reflections after the last column do not change it.
            for (var i = number; i >= 0; i--)
            {
                matrix.reflections[i].Apply(panel);
            }

            if (isWide)
            {
                StoreAsRows(panel, first, count);
            }
            else
            {
                StoreAsColumns(panel, first, count);
            }

            matrix.memory.Return(panel);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void StoreAsColumns(double[] panel, int first, int count)
        {
            for (var row = 0; row < matrix.height; row++)
            {
                var to = target + ((nint)row * stride) + first;
                for (var column = 0; column < count; column++)
                {
                    to[column] = Scaled(panel, row, column);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void StoreAsRows(double[] panel, int first, int count)
        {
            for (var column = 0; column < count; column++)
            {
                var to = target + ((nint)(first + column) * stride);
                for (var row = 0; row < matrix.height; row++)
                {
                    to[row] = Scaled(panel, row, column);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private float Scaled(double[] panel, int row, int column) =>
            (float)(scale * panel[(row * Reflections.Columns) + column]);
    }
}
