using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Nets;

/// <summary>Vectors side by side where data comes in and goes out.</summary>
public sealed class CatTests
{
    [Fact]
    public void A_result_of_two_vectors_side_by_side_is_that_of_the_reference()
    {
        var layer = new BothEnds(features: 3, units: 5, seed: 4);
        var batch = Example.Ragged(3, 1, seed: 1, 4, 1, 6);

        var results = layer.Predict([.. batch.Select(example => (ReadOnlyMemory<float>)example.Xs)]);

        for (var i = 0; i < batch.Length; i++)
        {
            var expected = layer.Apply(new Seq<Features>(batch[i].Xs, 3)).ToArray();
            Assert.Equal(expected.Length, results[i].Length);
            Assert.All(expected.Zip(results[i]), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    /// <summary>W12: the final states of the two directions of a bidirectional layer are at opposite ends of the sequence.</summary>
    [Fact]
    public void The_final_outputs_of_both_directions_stand_at_either_end()
    {
        var xs = new Seq<Features>(Example.Batch(1, 5, 3, 1, seed: 2)[0].Xs, 3);
        var lstm = new Bidirectional<Lstm<Features, Units>, Features, Units>(
            scope => new(scope, x: 3, h: 4),
            x: 3,
            h: 4,
            seed: 4
        );
        var gru = new Bidirectional<Gru<Features, Units>, Features, Units>(
            scope => new(scope, x: 3, h: 4),
            x: 3,
            h: 4,
            seed: 4
        );

        Assert.Equal(Ends(lstm.Apply(xs)), lstm.Final(xs).ToArray());
        Assert.Equal(Ends(gru.Apply(xs)), gru.Final(xs).ToArray());

        static double[] Ends(Seq<Cat<Units, Units>> both) => [.. both[4].ToArray()[..4], .. both[0].ToArray()[4..]];
    }

    [Fact]
    public void An_argument_of_two_vectors_side_by_side_is_taken_apart()
    {
        var layer = new Dense<Cat<Features, Units>, Targets>(x: 7, y: 2, seed: 4);
        var outer = new Split(features: 3, units: 4, targets: 2, seed: 4);
        var numbers = Example.Batch(1, 1, 7, 1, seed: 5)[0].Xs;
        var x = new Vec<Cat<Features, Units>>(numbers);

        Assert.Equal(outer.Apply(x).ToArray(), Doubles(outer.Predict(numbers)), Near);
        Assert.Equal(layer.Apply(x).ToArray(), Doubles(layer.Predict(numbers)), Near);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        var outer = new Split(features: 3, units: 4, targets: 2, seed: 4);

        var error = Assert.Throws<ArgumentException>(() => outer.Predict(new float[6]).ToArray());

        Assert.Contains("has 6 numbers, expected 7", error.Message, StringComparison.Ordinal);
    }

    private static double[] Doubles(ReadOnlySpan<float> values) => [.. values.ToArray().Select(value => (double)value)];

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-6;
}
