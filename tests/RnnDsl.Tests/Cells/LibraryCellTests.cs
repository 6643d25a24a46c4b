using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Tests.Language;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Cells;

public class LibraryCellTests
{
    private static readonly double[] States = [0.5124974, 0.5274723, 0.6643482, 0.73705663, 0.71998921, 0.80917973];

    [Fact]
    public void The_worked_example_runs_on_the_declarations()
    {
        var rnn = WorkedExample();
        var head = new Dense<State, In>(x: 2, y: 1);
        head.Parameters.Set("W", [.9f, 1]);

        var hs = rnn.Scan(new Seq<In>([.1, .2, .3, .4, .5, .6], width: 2));
        var os = Sigmoid(head.Apply(hs));

        AssertClose(States, hs.ToArray());
        AssertClose([0.72883502, 0.79166154, 0.81109945], os.ToArray());
    }

    [Fact]
    public void The_worked_example_runs_on_the_generated_code()
    {
        var hs = WorkedExample().Predict([.1f, .2f, .3f, .4f, .5f, .6f]);
        AssertClose(States, [.. hs.ToArray().Select(value => (double)value)]);
    }

    [Fact]
    public void Each_scan_starts_from_states_of_zeros()
    {
        var cell = new Lstm<In, State>(x: 2, h: 3, seed: 1);
        var xs = new Seq<In>([1.0, 2, 3, 4], width: 2);
        Assert.Equal(cell.Scan(xs).ToArray(), cell.Scan(xs).ToArray());
    }

    [Fact]
    public void An_lstm_starts_with_orthogonal_recurrent_matrices_and_an_open_forget_gate()
    {
        var cell = new Lstm<In, State>(x: 2, h: 3, seed: 1);
        Assert.Equal([1, 1, 1], cell.Parameters["bf"]);
        Assert.Equal([0, 0, 0], cell.Parameters["bi"]);
        foreach (var name in (string[])["Whi", "Whf", "Who", "Whc"])
        {
            var w = cell.Parameters[name];
            Assert.Equal(1, (w[0] * w[0]) + (w[1] * w[1]) + (w[2] * w[2]), 1e-6);
            Assert.Equal(0, (w[0] * w[3]) + (w[1] * w[4]) + (w[2] * w[5]), 1e-6);
        }

        var limit = MathF.Sqrt(6f / 5);
        Assert.All(cell.Parameters["Wxi"].ToArray(), value => Assert.InRange(value, -limit, limit));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, -1)]
    public void A_dim_below_1_is_refused(int x, int h) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Gru<In, State>(x, h));

    private static SigmoidRnn<In, State> WorkedExample()
    {
        var rnn = new SigmoidRnn<In, State>(x: 2, h: 2);
        rnn.Parameters.Set("Wxh", [.1f, .2f, .3f, .4f]);
        rnn.Parameters.Set("Whh", [.5f, .6f, .7f, .8f]);
        return rnn;
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-6); // The parameters are floats.
        }
    }
}
