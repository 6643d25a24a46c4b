using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>Arithmetic on parameters, against loops in double precision, with rows that fill no vector.</summary>
public sealed class MatrixMathTests
{
    public static TheoryData<int, int> Shapes =>
        new()
        {
            { 1, 1 },
            { 1, 5 },
            { 3, 1 },
            { 3, 17 },
            { 17, 3 },
            { 33, 16 },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_matrix_is_transposed(int rows, int columns) =>
        Check(
            columns,
            rows,
            (target, a, _) => MatrixMath.Transpose(target, a),
            (a, _, r, c) => a[c, r],
            (rows, columns)
        );

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Two_matrices_are_multiplied(int rows, int columns)
    {
        foreach (var depth in new[] { 1, 4, 7 })
        {
            Check(
                rows,
                columns,
                MatrixMath.Multiply,
                (a, b, r, c) => Enumerable.Range(0, depth).Sum(k => (double)a[r, k] * b[k, c]),
                (rows, depth),
                (depth, columns)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_are_scaled_and_summed(int rows, int columns)
    {
        Check(rows, columns, MatrixMath.ScaleRows, (f, a, r, c) => f[r, 0] * a[r, c], (rows, 1), (rows, columns));
        Check(
            rows,
            1,
            (target, a, _) => MatrixMath.RowSums(target, a),
            (a, _, r, _) => Enumerable.Range(0, columns).Sum(c => (double)a[r, c]),
            (rows, columns)
        );
        Check(
            1,
            1,
            (target, a, _) => MatrixMath.Sum(target, a),
            (a, _, _, _) => Total(a, rows, columns),
            (rows, columns)
        );
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Elements_are_mapped_and_a_number_goes_with_each(int rows, int columns)
    {
        Check(rows, columns, Difference, (a, b, r, c) => a[r, c] - b[r, c], (rows, columns), (rows, columns));
        Check(rows, columns, Difference, (a, b, r, c) => a[0, 0] - b[r, c], (1, 1), (rows, columns));
        Check(
            rows,
            columns,
            (target, a, _) => MatrixMath.Map(target, a, static a => a * MatrixMath.All(3)),
            (a, _, r, c) => 3 * a[r, c],
            (rows, columns)
        );

        static void Difference(ParameterSlice target, ParameterSlice a, ParameterSlice b) =>
            MatrixMath.Map(target, a, b, static (a, b) => a - b);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_gradient_grows(int rows, int columns)
    {
        var (gradient, term) = (Matrix.Random(1, rows, columns), Matrix.Random(2, rows, columns));
        var before = gradient.Values.ToArray();

        MatrixMath.Add(gradient.Slice, term.Slice);

        var expected = before.Zip(term.Values.ToArray(), (a, b) => a + b);
        Assert.Equal(expected, gradient.Values.ToArray());
        Assert.True(gradient.AreGuardsIntact);
    }

    private static void Check(
        int rows,
        int columns,
        Action<ParameterSlice, ParameterSlice, ParameterSlice> compute,
        Func<Matrix, Matrix, int, int, double> expected,
        (int Rows, int Columns) first,
        (int Rows, int Columns)? second = null
    )
    {
        var target = new Matrix(rows, columns);
        var a = Matrix.Random(1, first.Rows, first.Columns);
        var b = second is { } size ? Matrix.Random(2, size.Rows, size.Columns) : a;

        compute(target.Slice, a.Slice, b.Slice);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                Assert.Equal(expected(a, b, row, column), target[row, column], 1e-5);
        }

        Assert.True(target.AreGuardsIntact);
    }

    private static double Total(Matrix a, int rows, int columns) =>
        Enumerable.Range(0, rows).Sum(r => Enumerable.Range(0, columns).Sum(c => (double)a[r, c]));
}
