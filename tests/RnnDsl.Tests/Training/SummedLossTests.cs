using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>W26: windows of a loss that is a sum over the steps, where Truncate is set when the program runs.</summary>
public class SummedLossTests
{
    private static SummedTraining Training => new(new CarriedNet(features: 3, units: 4, targets: 2, seed: 1));

    private static SummedTraining.Sample[] Samples =>
        [.. Example.Ragged(3, 2, 1, 25, 7).Select(example => new SummedTraining.Sample(example.Xs, example.Ys))];

    [Fact]
    public void Windows_are_refused()
    {
        var training = Training;
        training.Truncate = 20;

        var error = Assert.Throws<InvalidOperationException>(() => training.Evaluate(Samples));
        Assert.Throws<InvalidOperationException>(() => training.TrainBatch(Samples));

        Assert.Contains("grows with the number of steps", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_is_the_sum()
    {
        var (training, samples) = (Training, Samples);
        var example = Example.Ragged(3, 2, 1, 25, 7)[0];

        var expected = training.Loss(new Seq<Features>(example.Xs, 3), new Seq<Targets>(example.Ys, 2)).Value;

        Assert.Equal(expected, training.Evaluate([samples[0]]), 1e-4 * expected);
    }
}
