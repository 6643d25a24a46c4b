using RnnDsl.Parameters;
using RnnDsl.RandomNumbers;
using RnnDsl.Simd;

namespace RnnDsl.Tests.Parameters;

// T3
public class OrthogonalMatrixTests
{
    // Around the size of panels (24 columns), and shapes that are not square.
    public static TheoryData<int, int> Shapes =>
        new()
        {
            { 1, 1 },
            { 2, 2 },
            { 5, 1 },
            { 1, 5 },
            { 23, 23 },
            { 24, 24 },
            { 25, 25 },
            { 47, 49 },
            { 49, 47 },
            { 97, 97 },
            { 200, 31 },
            { 31, 200 },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_or_columns_are_orthonormal_to_the_precision_of_a_float(int rows, int columns)
    {
        var w = Draw(rows, columns, seed: 3);
        var isTall = rows > columns;
        var (count, length) = isTall ? (columns, rows) : (rows, columns);
        double At(int vector, int k) => isTall ? w[(k * columns) + vector] : w[(vector * columns) + k];

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var dot = Enumerable.Range(0, length).Sum(k => At(i, k) * At(j, k));
                Assert.Equal(i == j ? 1 : 0, dot, 2e-7);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_are_those_of_the_method_of_Gram_and_Schmidt(int rows, int columns)
    {
        var (count, length) = (Math.Min(rows, columns), Math.Max(rows, columns));
        var expected = GramSchmidt(count, length, new(3, RandomPurpose.Data));
        var w = Draw(rows, columns, seed: 3);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var number = rows > columns ? expected[j][i] : expected[i][j];
                Assert.Equal((float)number, w[(i * columns) + j], 1e-7f);
            }
        }
    }

    [Fact]
    public void Elements_have_the_moments_of_the_uniform_distribution()
    {
        // Of matrices of size n, uniform over the orthogonal ones, E q11^2 = 1 / n, E q11^4 = 3 / (n (n + 2)) and
        // E q11^2 q22^2 = (n + 1) / (n (n - 1) (n + 2)) (Collins and Sniady 2006, "Integration with respect to the Haar
        // measure"); the determinant is as often 1 as -1. Here n = 3.
        var draws = Enumerable.Range(0, 4000).Select(seed => Draw(3, 3, (ulong)seed)).ToList();
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(0, draws.Average(w => w[i]), 0.04); // The standard error is 0.009.
            Assert.Equal(1.0 / 3, draws.Average(w => Math.Pow(w[i], 2)), 0.02); // 0.0047.
            Assert.Equal(1.0 / 5, draws.Average(w => Math.Pow(w[i], 4)), 0.02); // 0.0042.
        }

        Assert.Equal(4.0 / 30, draws.Average(w => Math.Pow(w[0] * w[4], 2)), 0.015); // 0.0027.
        Assert.Equal(0, draws.Average(Determinant), 0.07); // 0.016.
    }

    [Theory]
    [InlineData(150, 150)]
    [InlineData(40, 130)]
    public void Any_number_of_threads_gives_the_same_bits(int rows, int columns)
    {
        var alone = Draw(rows, columns, seed: 1, threads: 1);
        Assert.Equal(alone, Draw(rows, columns, seed: 1, threads: 2));
        Assert.Equal(alone, Draw(rows, columns, seed: 1, threads: 5));
    }

    [Fact]
    public void A_matrix_that_no_array_can_hold_the_work_of_is_refused_by_name()
    {
        var item = new ParameterInfo("cell.W", 90_000_000, 1);
        var error = Assert.Throws<ArgumentException>(() =>
            new InitialValues(item, Initializer.Orthogonal, 1, new(1, RandomPurpose.Data))
        );
        Assert.StartsWith("Parameter 'cell.W' [90000000, 1] is too large", error.Message, StringComparison.Ordinal);
    }

    private static float[] Draw(int rows, int columns, ulong seed, int threads = 1)
    {
        using var workers = new Workers(threads - 1);
        var numbers = new float[rows * columns];
        var item = new ParameterInfo("W", rows, columns);
        new InitialValues(item, Initializer.Orthogonal, 1, new(seed, RandomPurpose.Data)).Write(
            numbers,
            workers,
            new()
        );
        return numbers;
    }

    /// <summary>Rows of normal numbers, each without its part in the span of those before, and of length 1.</summary>
    private static double[][] GramSchmidt(int count, int length, RandomStream random)
    {
        var basis = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var row = new double[length];
            foreach (ref var number in row.AsSpan())
            {
                number = random.NextNormal();
            }

            // Twice, because once leaves rounding errors that grow with the size.
            foreach (var other in basis[..i].Concat(basis[..i]))
            {
                var dot = row.Zip(other, (a, b) => a * b).Sum();
                row = [.. row.Zip(other, (a, b) => a - (dot * b))];
            }

            var norm = Math.Sqrt(row.Sum(number => number * number));
            basis[i] = [.. row.Select(number => number / norm)];
        }

        return basis;
    }

    private static double Determinant(float[] w) =>
        ((double)w[0] * (((double)w[4] * w[8]) - ((double)w[5] * w[7])))
        - ((double)w[1] * (((double)w[3] * w[8]) - ((double)w[5] * w[6])))
        + ((double)w[2] * (((double)w[3] * w[7]) - ((double)w[4] * w[6])));
}
