using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>W26: a loss that grows with the number of steps, where Truncate is set when the program runs.</summary>
public class SummedLossTests
{
    private static SummedTraining Training => new(new CarriedNet(features: 3, units: 4, targets: 2, seed: 1));

    private static SummedTraining.Sample[] Samples =>
        [.. Example.Ragged(3, 2, 1, 25, 7).Select(example => new SummedTraining.Sample(example.Xs, example.Ys))];

    [Fact]
    public void Windows_of_what_is_no_sum_are_refused()
    {
        var training = new RootOfSumTraining(new CarriedNet(features: 3, units: 4, targets: 2, seed: 1))
        {
            Truncate = 20,
        };
        RootOfSumTraining.Sample[] samples =
        [
            .. Samples.Select(sample => new RootOfSumTraining.Sample(sample.Xs, sample.Targets)),
        ];

        var error = Assert.Throws<InvalidOperationException>(() => training.Evaluate(samples));
        Assert.Throws<InvalidOperationException>(() => training.TrainBatch(samples));

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
