using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;
using static RnnDsl.Equations;
using static RnnDsl.Functions;

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
        var outer = new BothParts(features: 3, units: 4, targets: 2, seed: 4);
        var numbers = Example.Batch(1, 1, 7, 1, seed: 5)[0].Xs;
        var x = new Vec<Cat<Features, Units>>(numbers);

        Assert.Equal(outer.Apply(x).ToArray(), Doubles(outer.Predict(numbers)), Near);
        Assert.Equal(layer.Apply(x).ToArray(), Doubles(layer.Predict(numbers)), Near);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        var outer = new BothParts(features: 3, units: 4, targets: 2, seed: 4);

        var error = Assert.Throws<ArgumentException>(() => outer.Predict(new float[6]).ToArray());

        Assert.Contains("has 6 numbers, expected 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_takes_an_array_apart_since_its_dims_say_where()
    {
        var cell = new Apart<Features, Units>(x: 3, h: 4, seed: 4);
        float[] numbers = Example.Batch(1, 5, 7, 1, seed: 5)[0].Xs;
        var steps = Enumerable.Range(0, 5).Select(t => numbers.AsMemory(t * 7, 7)).ToList();
        var known = Concat(
            new Seq<Features>([.. steps.SelectMany(step => step.ToArray()[..3])], width: 3),
            new Seq<Units>([.. steps.SelectMany(step => step.ToArray()[3..])], width: 4)
        );
        var whole = new Seq<Cat<Features, Units>>(numbers, width: 7);
        var start = new Vec<Cat<Units, Features>>(Enumerable.Range(0, 7).Select(i => i * 0.1).ToArray());

        Assert.Equal(cell.Scan(known).ToArray(), cell.Scan(whole).ToArray());
        Assert.Equal(cell.Scan(whole).ToArray(), Doubles(cell.Predict(numbers)), Near);
        Assert.Equal(
            cell.Scan(known, new(Concat(new Vec<Units>([0, 0.1, 0.2, 0.3]), new Vec<Features>([0.4, 0.5, 0.6]))))
                .Last.ToArray()
                .Select(number => Math.Round(number, 12)),
            cell.Scan(whole, new(start)).Last.ToArray().Select(number => Math.Round(number, 12))
        );
    }

    /// <summary>The dims of a class are types, without numbers: a vector made of an array is of any two parts.</summary>
    [Fact]
    public void A_part_of_an_array_is_refused_with_the_way_out()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            First(new Vec<Cat<Features, Cat<Units, Targets>>>(1.0, 2.0, 3.0))
        );

        Assert.Contains(
            "Vec<Cat<Features, Cat<Units, Targets>>>[3] was made of an array",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Concat(first, second)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_remembers_its_parts_through_equations()
    {
        var a = new Vec<Features>(1.0, 2, 3);
        var b = new Vec<Units>(4.0, 5);
        var both = Concat(a, b);
        var raw = new Vec<Cat<Features, Units>>(1.0, 1, 1, 1, 1);
        var matrix = Outer(both, new Vec<Targets>(2.0));
        var steps = new Seq<Cat<Features, Units>>(both, both * 2);

        Assert.Equal([1, 2, 3], First(both).ToArray());
        Assert.Equal([4, 5], Second(both).ToArray());
        Assert.Equal([5, 6], Second(raw + both).ToArray());
        Assert.Equal([5, 6], Second(both + raw).ToArray());
        Assert.Equal([-4, -5], Second(-both).ToArray());
        Assert.Equal([2, 4, 6], First(matrix * new Vec<Targets>(1.0)).ToArray());
        Assert.Equal([55 * 2, 2.0 * 55], [.. (Transpose(matrix) * both).ToArray(), 110]);
        Assert.Equal([220, 440, 660], First(matrix * Transpose(matrix) * both).ToArray());
        Assert.Equal([880, 1100], Second(Transpose(matrix * Transpose(matrix)) * both).ToArray());
        Assert.Equal([8, 10], Second(steps.Last).ToArray());
        Assert.Equal([4, 5, 8, 10], Second(steps).ToArray());
        Assert.Equal([12, 15], Second(Sum(steps * Sigmoid(0 * raw) * 2)).ToArray());
        Assert.Equal([4, 5], Second(Reverse(steps).Last).ToArray());
        Assert.Equal([8, 10, 4, 5], Split(Reverse(steps)).Second.ToArray());
        Assert.Equal([2, 3], First(Second(Concat(b, Concat(new Vec<Targets>(2.0, 3), a)))).ToArray());
        Assert.Empty(Second(new Seq<Cat<Features, Units>>()).ToArray());
    }

    [Fact]
    public void A_layer_of_the_library_gives_its_owner_parts()
    {
        var layer = new SplitResult(features: 3, units: 2, seed: 4);
        float[] numbers = [0.5f, -1, 2];

        var expected = layer.Apply(new Vec<Features>(numbers)).ToArray();

        Assert.Equal(2, expected.Length);
        Assert.Equal(expected, Doubles(layer.Predict(numbers)), Near);
    }

    [Fact]
    public void Parts_of_other_sizes_do_not_fit()
    {
        var wide = Concat(new Vec<Units>(1.0, 2), new Vec<Units>(3.0));
        var narrow = Concat(new Vec<Units>(1.0), new Vec<Units>(2.0, 3));
        var cell = new Apart<Features, Units>(x: 3, h: 4, seed: 4);

        var error = Assert.Throws<ArgumentException>(() => wide + narrow);
        var refused = Assert.Throws<ArgumentException>(() =>
            cell.Scan(new Seq<Cat<Features, Units>>(new float[12], width: 6))
        );

        Assert.Contains(
            "Vec<Cat<Units, Units>>[2 + 1] and Vec<Cat<Units, Units>>[1 + 2]",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("[2 steps of 6], expected 3 + 4", refused.Message, StringComparison.Ordinal);
    }

    private static double[] Doubles(ReadOnlySpan<float> values) => [.. values.ToArray().Select(value => (double)value)];

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-6;
}
