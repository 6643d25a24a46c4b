using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Parameters;

public class InitializerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(50, 50)]
    [InlineData(3, 10)]
    [InlineData(10, 3)]
    public void An_orthogonal_matrix_has_orthonormal_rows_or_columns(int rows, int columns)
    {
        var w = Matrix(Initializer.Orthogonal, rows, columns, scale: 1);
        var isTall = rows > columns;
        var (count, length) = isTall ? (columns, rows) : (rows, columns);
        double At(int vector, int k) => isTall ? w[(k * columns) + vector] : w[(vector * columns) + k];

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var dot = Enumerable.Range(0, length).Sum(k => At(i, k) * At(j, k));
                Assert.Equal(i == j ? 1 : 0, dot, 1e-6);
            }
        }
    }

    [Fact]
    public void The_scale_of_an_orthogonal_matrix_is_the_length_of_its_rows()
    {
        var w = Matrix(Initializer.Orthogonal, 4, 4, scale: 3);
        Assert.Equal(9, w.Take(4).Sum(value => (double)value * value), 1e-5);
    }

    [Fact]
    public void Orthogonal_matrices_are_drawn_evenly()
    {
        // Of the uniform distribution, each element has mean 0 and variance 1 / n, and so has the trace mean 0, variance 1.
        var traces = Enumerable
            .Range(0, 500)
            .Select(seed => Matrix(Initializer.Orthogonal, 3, 3, scale: 1, (ulong)seed))
            .Select(w => (double)w[0] + w[4] + w[8])
            .ToList();
        Assert.Equal(0, traces.Average(), 0.2); // The standard error is 0.045.
        Assert.Equal(1, traces.Average(trace => trace * trace), 0.3);
    }

    [Fact]
    public void Glorot_uniform_values_fill_their_bounds_evenly()
    {
        var w = Matrix(Initializer.GlorotUniform, 200, 100, scale: 1);
        var limit = Math.Sqrt(6.0 / 300);
        Assert.All(w, value => Assert.InRange(value, -limit, limit));
        Assert.InRange(w.Max(), 0.999 * limit, limit);
        Assert.InRange(w.Min(), -limit, -0.999 * limit);
        Assert.Equal(0, w.Average(), 0.005);
        Assert.Equal(limit * limit / 3, w.Average(value => (double)value * value), 2e-4);
    }

    [Fact]
    public void Uniform_normal_constant_and_zeros_follow_their_number()
    {
        Assert.All(Matrix(Initializer.Uniform, 10, 10, 0.05), value => Assert.InRange(value, -0.05f, 0.05f));
        Assert.Equal(0.04, Matrix(Initializer.Normal, 100, 100, 0.2).Average(value => (double)value * value), 2e-3);
        Assert.All(Matrix(Initializer.Constant, 2, 2, 0.25), value => Assert.Equal(0.25f, value));
        Assert.All(Matrix(Initializer.Zeros, 2, 2, 5), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Left_out_recurrent_matrices_are_orthogonal_and_others_Glorot_uniform_and_vectors_zero()
    {
        var scope = ParameterScope.Root(4);
        scope.Mat<State, State>("recurrent", 5, 5, Initializer.Default);
        scope.Mat<State, In>("input", 5, 5, Initializer.Default);
        scope.Vec<State>("bias", 5, Initializer.Default);
        var same = ParameterScope.Root(4);
        same.Mat<State, State>("recurrent", 5, 5, Initializer.Orthogonal);
        same.Mat<State, In>("input", 5, 5, Initializer.GlorotUniform);
        same.Vec<State>("bias", 5, Initializer.Zeros);
        Assert.Equal(same.Store.Values, scope.Store.Values);
    }

    [Fact]
    public void What_a_parameter_is_drawn_from_depends_on_the_seed_and_its_own_name()
    {
        var alone = ParameterScope.Root(9);
        alone.Child("rnn").Mat<State, In>("W", 3, 3, Initializer.Default);
        var beside = ParameterScope.Root(9);
        beside.Child("first").Mat<State, In>("W", 3, 3, Initializer.Default);
        beside.Child("rnn").Mat<State, In>("W", 3, 3, Initializer.Default);
        var other = ParameterScope.Root(10);
        other.Child("rnn").Mat<State, In>("W", 3, 3, Initializer.Default);

        Assert.Equal(alone.Store["rnn.W"], beside.Store["rnn.W"]);
        Assert.NotEqual(beside.Store["first.W"].ToArray(), beside.Store["rnn.W"].ToArray());
        Assert.NotEqual(alone.Store["rnn.W"].ToArray(), other.Store["rnn.W"].ToArray());
    }

    private static float[] Matrix(Initializer initializer, int rows, int columns, double scale, ulong seed = 1)
    {
        var scope = ParameterScope.Root(seed);
        scope.Mat<State, In>("W", rows, columns, initializer, scale);
        return scope.Store["W"].ToArray();
    }
}
