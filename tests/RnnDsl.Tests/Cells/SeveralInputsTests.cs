using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Cells;

/// <summary>Cells that take several inputs a step: the loop over them, and each way that data takes into a model.</summary>
public class SeveralInputsTests
{
    [Fact]
    public void Scan_runs_the_step_with_the_inputs_of_each_step()
    {
        var cell = new Decaying<Features, Units>(x: 2, h: 3, seed: 4);
        float[] xs = [0.5f, -1, 2, 0.25f, 1, 1];
        float[] masks = [1, 0, 1, 1, 0, 0];
        float[] gaps = [0.5f, 2, 1];

        var scanned = cell.Scan(new(xs, 2), new(masks, 2), new(gaps));
        var state = cell.Final(new(xs, 2), new(masks, 2), new(gaps));

        // One step after another, each from the state of the step before.
        var h = Vec<Units>.Zero(3);
        for (var t = 0; t < 3; t++)
        {
            var x = new Seq<Features>(xs.AsSpan(2 * t, 2), 2);
            var mask = new Seq<Features>(masks.AsSpan(2 * t, 2), 2);
            h = cell.Final(x, mask, new(gaps[t]), from: new(h)).h;
            Assert.Equal(h.ToArray(), scanned[t].ToArray());
        }

        Assert.Equal(h.ToArray(), state.h.ToArray());
    }

    [Fact]
    public void Sequences_of_different_lengths_are_an_error_that_names_the_argument()
    {
        var cell = new Decaying<Features, Units>(x: 2, h: 3);
        var two = new Seq<Features>([1f, 2, 3, 4], 2);

        var message = Assert.Throws<ArgumentException>(() => cell.Scan(two, two, new(1, 1, 1))).Message;

        Assert.StartsWith("'gap' has 3 steps, expected 2, as 'x'.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_is_a_model_of_all_its_inputs()
    {
        var cell = new Spoken<Features, Units>(v: 4, h: 5, seed: 2);
        int[] words = [3, 0, 2, 1];
        float[] weights = [0.5f, -1, 2, 0.25f];
        var expected = cell.Scan(new(words, 4), new(weights)).ToArray();

        var predicted = cell.Predict(words, weights).ToArray();
        var both = cell.Predict([words, words.AsMemory(0, 2)], [weights, weights.AsMemory(0, 2)]);
        var stream = cell.Stream();
        var pushed = words.Zip(weights, (word, weight) => stream.Push(word, weight)[0]).ToArray();

        Assert.Equal(expected, predicted.Select(p => (double)p), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(predicted, both[0]);
        Assert.Equal(predicted[..2], both[1]);
        Assert.Equal(predicted, pushed, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Many_streams_take_a_number_for_each()
    {
        var net = new TimedNet(features: 3, units: 7, targets: 2, seed: 5);
        var many = net.Streams(rows: 3);
        var alone = Enumerable.Range(0, 3).Select(_ => net.Stream()).ToArray();
        float[] xs = [1, 2, 3, -1, 0, 1];
        float[] gaps = [0.5f, 3];

        for (var step = 0; step < 3; step++)
        {
            var results = many.Push([2, 0], xs, gaps);

            Assert.Equal(alone[2].Push(xs.AsSpan(0, 3), 0.5f).ToArray(), results[0].ToArray());
            Assert.Equal(alone[0].Push(xs.AsSpan(3, 3), 3).ToArray(), results[1].ToArray());
        }

        var message = Assert.Throws<ArgumentException>(() => many.Push([0, 1], xs, [1])).Message;
        Assert.Contains("'gaps'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_that_is_no_number_is_an_error_that_names_its_step()
    {
        var net = new TimedNet(features: 3, units: 7, targets: 2);

        var message = Assert.Throws<ArgumentException>(() => net.Predict(new float[6], [1, float.NaN])).Message;
        var count = Assert.Throws<ArgumentException>(() => net.Predict(new float[6], [1, 2, 3])).Message;

        Assert.Contains("'gaps' holds NaN at step 1", message, StringComparison.Ordinal);
        Assert.Contains("'gaps' has 3 steps of 1, expected 2", count, StringComparison.Ordinal);
    }
}
