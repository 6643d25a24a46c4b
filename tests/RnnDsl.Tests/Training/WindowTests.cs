using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>Truncated backpropagation through time: windows that go on from one another, and those that do not.</summary>
public sealed class WindowTests
{
    private const int Features = 3;
    private const int Units = 5;
    private const int Targets = 2;
    private static readonly int[] ragged = [3, 9, 1, 12, 8, 4];

    [Fact]
    public void A_window_that_covers_the_sequences_gives_the_bits_of_whole_sequences()
    {
        var windows = Carried(window: 12);
        var whole = new WholeTraining(Model());

        for (var step = 0; step < 3; step++)
        {
            Assert.Equal(whole.TrainBatch(Whole(ragged)), windows.TrainBatch(Samples(ragged)));
        }

        Assert.Equal(whole.Parameters.Values.ToArray(), windows.Parameters.Values.ToArray());
    }

    /// <summary>With a rate of 1, the second step is the gradient: the carried states stay as they are when parameters change.</summary>
    [Fact]
    public void The_second_window_goes_on_from_the_first_and_no_gradient_goes_back()
    {
        var sample = Samples(7)[0];
        var net = Model();
        var first = new Seq<Features>(sample.Xs[..(4 * Features)], Features);
        var low = net.low.Final(first);
        var high = net.high.Final(net.low.Scan(first), from: new(Equations.Tanh(net.h0)));
        var training = new CarriedTraining(net);
        training.TrainBatch([Cut(sample, 0, 4)]);
        var before = net.Parameters.Values.ToArray();
        var gradient = new List<(string Name, int Place, double Value)>();
        foreach (var item in net.Parameters.Items)
        {
            for (var i = 0; i < item.Length; i++)
            {
                gradient.Add((item.Name, Net.Place(item, i), Difference(net, Net.Place(item, i), Second)));
            }
        }

        var again = Carried(window: 4);
        again.TrainBatch([sample]);
        var after = again.Parameters.Values.ToArray();

        Assert.Contains(gradient, g => Math.Abs(g.Value) > 1e-2);
        Assert.All(gradient.Where(g => g.Name == "h0"), g => Assert.Equal(before[g.Place], after[g.Place]));
        Assert.All(gradient, g => Assert.Equal(g.Value, before[g.Place] - after[g.Place], 2e-6));

        double Second()
        {
            var xs = new Seq<Features>(sample.Xs[(4 * Features)..], Features);
            var ys = new Seq<Targets>(sample.Targets[(4 * Targets)..], Targets);
            var outputs = net.head.Apply(net.high.Scan(net.low.Scan(xs, from: low), from: high));
            return Losses.MeanSquaredError(outputs, ys).Value;
        }
    }

    [Fact]
    public void Without_states_each_window_is_a_sequence_of_its_own()
    {
        var windows = Carried(window: 4);
        windows.Stateful = false;
        var parts = new WholeTraining(Model());

        var loss = windows.TrainBatch(Samples(7));

        var sample = Whole(7)[0];
        var first = parts.TrainBatch([new(sample.Xs[..(4 * Features)], sample.Targets[..(4 * Targets)])]);
        var second = parts.TrainBatch([new(sample.Xs[(4 * Features)..], sample.Targets[(4 * Targets)..])]);
        Assert.Equal(parts.Parameters.Values.ToArray(), windows.Parameters.Values.ToArray());
        Assert.Equal((4 * first + 3 * second) / 7, loss, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public void Evaluation_in_windows_is_that_of_whole_sequences_whoever_else_is_in_the_batch(int window)
    {
        var windows = Carried(window);
        var whole = new WholeTraining(Model());
        windows.BatchSize = 4;

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(whole.Evaluate(Whole(ragged)), windows.Evaluate(Samples(ragged)), 1e-6);
            Assert.Equal(whole.Evaluate(Whole(9, 2)), windows.Evaluate(Samples(9, 2)), 1e-6);
            windows.Gradients(Samples(5, 11));
        }
    }

    [Fact]
    public void Windows_of_a_stream_are_those_of_a_sequence()
    {
        var samples = Samples(9, 9, 9);
        var whole = Carried(window: 4);
        var stream = Carried(window: 4);

        whole.TrainBatch(samples);
        stream.TrainWindow([.. samples.Select(s => Cut(s, 0, 4))], continues: false);
        stream.TrainWindow([.. samples.Select(s => Cut(s, 4, 4))], continues: true);
        stream.TrainWindow([.. samples.Select(s => Cut(s, 8, 1))], continues: true);

        Assert.Equal(whole.Parameters.Values.ToArray(), stream.Parameters.Values.ToArray());
        Assert.Equal(3, stream.Optimizer.Steps);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Windows_give_the_same_bits_on_several_threads(int threads)
    {
        float[] Train(int count)
        {
            var training = Carried(window: 3);
            training.Threads = count;
            training.TrainBatch(Samples(ragged));
            training.TrainBatch(Samples(ragged));
            return training.Parameters.Values.ToArray();
        }

        Assert.Equal(Train(1), Train(threads));
    }

    [Fact]
    public void Nothing_is_allocated_from_window_to_window()
    {
        var training = Carried(window: 3);
        var samples = Samples(ragged);
        var stream = Samples(4, 4);
        void Run()
        {
            training.TrainBatch(samples);
            training.Evaluate(samples);
            training.TrainWindow(stream, continues: false);
            training.TrainWindow(stream, continues: true);
        }
        Run();
        Run();

        Assert.Equal(0, Allocation.Of(Run));
    }

    [Fact]
    public void Fit_takes_a_step_a_window_and_resumes_with_the_same_bits()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        CarriedTraining Fit(int epochs, string? from)
        {
            var training = Carried(window: 4);
            (training.BatchSize, training.LearningRate) = (4, 0.1f);
            if (from is not null)
            {
                training.LoadCheckpoint(from);
            }
            training.Epochs = epochs;
            training.Fit(Samples(ragged), validation: Samples(6, 3));
            return training;
        }

        var straight = Fit(2, null);
        try
        {
            Fit(1, null).SaveCheckpoint(path);
            var resumed = Fit(2, path);

            Assert.Equal(straight.Parameters.Values.ToArray(), resumed.Parameters.Values.ToArray());
            Assert.Equal(straight.Optimizer.Steps, resumed.Optimizer.Steps);
            Assert.True(straight.Optimizer.Steps > 2 * 2);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_cannot_go_on_says_so()
    {
        var training = Carried(window: 4);
        var nothing = Assert.Throws<InvalidOperationException>(() =>
            training.TrainWindow(Samples(4, 4), continues: true)
        );
        Assert.Contains("there is no window before it", nothing.Message, StringComparison.Ordinal);
        training.TrainWindow(Samples(4, 4), continues: false);
        var fewer = Assert.Throws<InvalidOperationException>(() => training.TrainWindow(Samples(4), continues: true));
        Assert.Contains("the window before it had 2", fewer.Message, StringComparison.Ordinal);
        var lengths = Assert.Throws<ArgumentException>(() => training.TrainWindow(Samples(4, 3), continues: false));
        Assert.Contains("Sample 1 has 3 steps, expected 4", lengths.Message, StringComparison.Ordinal);

        var uneven = new CarriedTraining.Sample(new float[6 * Features], new float[7 * Targets]);
        var cut = Assert.Throws<ArgumentException>(() => training.TrainBatch([uneven]));
        Assert.Contains("'targets' has 14 numbers, expected 6 steps of 2", cut.Message, StringComparison.Ordinal);
        Assert.Equal(1, training.Optimizer.Steps);

        var whole = new WholeTraining(Model()) { Stateful = true };
        var states = Assert.Throws<InvalidOperationException>(() => whole.TrainBatch(Whole(4)));
        Assert.Contains("write [Training(Stateful = true)]", states.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.Truncate = 0);
    }

    private static CarriedNet Model()
    {
        var net = new CarriedNet(features: Features, units: Units, targets: Targets, seed: 4);
        net.Parameters.Set("h0", [.. Enumerable.Repeat(0.5f, net.Parameters["h0"].Length)]);
        return net;
    }

    private static CarriedTraining Carried(int window) => new(Model()) { Truncate = window };

    private static CarriedTraining.Sample[] Samples(params int[] lengths) =>
        [.. Example.Ragged(Features, Targets, 5, lengths).Select(e => new CarriedTraining.Sample(e.Xs, e.Ys))];

    private static WholeTraining.Sample[] Whole(params int[] lengths) =>
        [.. Samples(lengths).Select(s => new WholeTraining.Sample(s.Xs, s.Targets))];

    private static CarriedTraining.Sample Cut(CarriedTraining.Sample sample, int first, int steps) =>
        new(
            sample.Xs.Slice(first * Features, steps * Features),
            sample.Targets.Slice(first * Targets, steps * Targets)
        );

    private static double Difference(CarriedNet net, int place, Func<double> loss)
    {
        var values = net.Parameters.Values;
        var saved = values[place];
        var step = MathF.Pow(2, -9);
        double At(float value)
        {
            net.Parameters.Values[place] = value;
            net.Parameters.Changed();
            return loss();
        }

        var difference = (At(saved + step) - At(saved - step)) / ((double)(saved + step) - (saved - step));
        At(saved);
        return difference;
    }
}
