using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>States of inner cells, and of two and three steps ago, across windows, streams and checkpoints.</summary>
public sealed class EarlierStatesTests : IDisposable
{
    private const int Features = 3;
    private const int Targets = 2;
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(11)]
    public void Windows_of_any_length_are_the_whole_sequence(int truncate)
    {
        var training = Create();
        training.Truncate = truncate;
        PacedWindows.Sample[] batch = [Sample(11, 1), Sample(2, 2), Sample(9, 3)];

        var expected = batch.Average(sample => Reference(training.Model, sample));

        Assert.Equal(expected, training.Evaluate(batch), 1e-5);
    }

    [Fact]
    public void A_stream_goes_on_from_its_state()
    {
        var model = Create().Model;
        var xs = Numbers(7 * Features, 5);
        var expected = model.Predict(xs).ToArray();
        var stream = model.Stream();
        for (var t = 0; t < 7; t++)
        {
            if (t == 2)
            {
                var state = PacedSteps.StreamState.FromBytes(stream.State.ToBytes());
                stream = model.Stream();
                stream.State = state;
            }

            var step = stream.Push(xs.AsSpan(t * Features, Features)).ToArray();
            Assert.Equal(expected[(t * Targets)..((t + 1) * Targets)], step);
        }
    }

    [Fact]
    public void A_loop_that_resumes_between_windows_has_the_same_bits()
    {
        PacedWindows.Sample[] batch = [Sample(11, 1), Sample(3, 2)];
        var (whole, half) = (Create(), Create());
        var file = Path.Combine(folder, "half");
        for (var window = 0; window < 3; window++)
        {
            whole.TrainWindow(Window(batch, window), continues: window > 0);
        }

        half.TrainWindow(Window(batch, 0), continues: false);
        half.SaveCheckpoint(file);
        var resumed = Create();
        resumed.LoadCheckpoint(file);
        resumed.TrainWindow(Window(batch, 1), continues: true);
        resumed.TrainWindow(Window(batch, 2), continues: true);

        foreach (var item in whole.Model.Parameters.Items)
        {
            Assert.Equal(whole.Model.Parameters[item.Name].ToArray(), resumed.Model.Parameters[item.Name].ToArray());
        }
    }

    // Three steps at a time of the samples that have nine.
    private static PacedWindows.Sample[] Window(PacedWindows.Sample[] batch, int window) =>
        [
            .. batch
                .Where(sample => sample.Xs.Length >= 9 * Features)
                .Select(sample => new PacedWindows.Sample(
                    sample.Xs.Slice(window * 3 * Features, 3 * Features),
                    sample.Targets.Slice(window * 3 * Targets, 3 * Targets)
                )),
        ];

    private static double Reference(PacedSteps model, PacedWindows.Sample sample)
    {
        var result = model.Forward(new Seq<Nets.Declared.Features>(sample.Xs.ToArray(), Features)).ToArray();
        return result.Zip(sample.Targets.ToArray(), (y, target) => (y - target) * (y - target)).Average();
    }

    private static PacedWindows.Sample Sample(int steps, int seed) =>
        new(Numbers(steps * Features, seed), Numbers(steps * Targets, seed + 10));

    private static float[] Numbers(int count, int seed) =>
        [.. Enumerable.Range(0, count).Select(i => MathF.Sin(seed + (3 * i)))];

    private static PacedWindows Create() =>
        new(new PacedSteps(features: Features, units: 5, targets: Targets, seed: 1));
}
