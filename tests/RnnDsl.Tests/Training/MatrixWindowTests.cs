using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>A state that is a matrix goes from window to window, and through a checkpoint between two of them.</summary>
public sealed class MatrixWindowTests : IDisposable
{
    private const int Features = 3;
    private const int Targets = 2;
    private const int Steps = 4;
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Windows_that_hardly_learn_are_the_whole_sequence()
    {
        var training = Create();
        training.LearningRate = 1e-12f;
        var whole = new MatrixMemoryTraining(training.Model).Evaluate([
            .. Samples().Select(s => new MatrixMemoryTraining.Sample(s.Xs, s.Targets)),
        ]);

        Assert.Equal(whole, Windows(training, 0, 3).Average(), 1e-5f);
    }

    [Fact]
    public void A_checkpoint_goes_on_with_the_same_bits()
    {
        var file = Path.Combine(folder, "training.ckpt");
        var one = Create();
        Windows(one, 0, 1);
        one.SaveCheckpoint(file);
        var expected = Windows(one, 1, 3);

        var fresh = Create();
        fresh.LoadCheckpoint(file);

        Assert.Equal(expected, Windows(fresh, 1, 3));
        Assert.Equal(one.Parameters.ToArray(), fresh.Parameters.ToArray());
    }

    private static MatrixWindowsTraining Create() =>
        new(new MatrixMemoryNet(features: Features, units: 5, targets: Targets, seed: 4));

    private static float[] Windows(MatrixWindowsTraining training, int first, int end) =>
        [
            .. Enumerable
                .Range(first, end - first)
                .Select(i => training.TrainWindow([.. Samples().Select(s => Cut(s, i))], continues: i > 0)),
        ];

    private static MatrixWindowsTraining.Sample[] Samples() =>
        [
            .. Example
                .Ragged(Features, Targets, 5, [3 * Steps, 3 * Steps])
                .Select(e => new MatrixWindowsTraining.Sample(e.Xs, e.Ys)),
        ];

    private static MatrixWindowsTraining.Sample Cut(MatrixWindowsTraining.Sample sample, int window) =>
        new(
            sample.Xs.Slice(window * Steps * Features, Steps * Features),
            sample.Targets.Slice(window * Steps * Targets, Steps * Targets)
        );
}
