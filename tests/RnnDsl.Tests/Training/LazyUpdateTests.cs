using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

/// <summary>
/// Updates of a table's rows, worked out in double precision: a row's running means change when a batch picks the row, and at no
/// other step; the bias correction counts all steps (PyTorch's <c>SparseAdam</c>).
/// </summary>
public sealed class LazyUpdateTests
{
    private const int Size = 5;

    // Row 1 waits while row 0 is picked, and the other way round; row 2 is never picked.
    private static readonly (int Row, float Gradient)[] steps = [(0, 2), (1, -3), (1, 0.5f), (0, 4)];

    [Fact]
    public void Adam_updates_the_moments_of_a_row_that_is_picked()
    {
        const double Rate = 0.01,
            Beta1 = 0.9,
            Beta2 = 0.999,
            Epsilon = 1e-7;
        var (value, mean, square) = (new double[3], new double[3], new double[3]);
        Check(
            new Adam((float)Rate, (float)Beta1, (float)Beta2, (float)Epsilon),
            (row, gradient, step) =>
            {
                mean[row] = Beta1 * mean[row] + (1 - Beta1) * gradient;
                square[row] = Beta2 * square[row] + (1 - Beta2) * gradient * gradient;
                var corrected = mean[row] / (1 - Math.Pow(Beta1, step));
                var root = Math.Sqrt(square[row] / (1 - Math.Pow(Beta2, step)));
                value[row] -= Rate * corrected / (root + Epsilon);
                return value;
            }
        );
    }

    [Fact]
    public void Momentum_carries_a_row_on_when_it_is_picked()
    {
        var (value, velocity) = (new double[3], new double[3]);
        Check(
            new Sgd(0.1f, 0.5f),
            (row, gradient, _) =>
            {
                velocity[row] = 0.5 * velocity[row] + gradient;
                value[row] -= 0.1 * velocity[row];
                return value;
            }
        );
    }

    [Fact]
    public void RmsProp_updates_the_mean_square_of_a_row_that_is_picked()
    {
        var (value, square) = (new double[3], new double[3]);
        Check(
            new RmsProp(0.1f),
            (row, gradient, _) =>
            {
                square[row] = 0.9 * square[row] + 0.1 * gradient * gradient;
                value[row] -= 0.1 * gradient / (Math.Sqrt(square[row]) + 1e-7);
                return value;
            }
        );
    }

    private static void Check(Optimizer optimizer, Func<int, double, int, double[]> expect)
    {
        var training = new PickedRows(new PickedRow(features: 3, units: Size)) { Optimizer = optimizer };
        training.Parameters.Set("words.table", new float[training.Parameters["words.table"].Length]);
        for (var step = 0; step < steps.Length; step++)
        {
            var (row, gradient) = steps[step];
            training.TrainBatch([new(row, Enumerable.Repeat(gradient, Size).ToArray())]);

            var expected = expect(row, gradient, step + 1);
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.All(
                    training.Parameters.Row("words.table", i).ToArray(),
                    value => Assert.Equal(expected[i], value, 1e-6)
                );
            }
        }
    }
}
