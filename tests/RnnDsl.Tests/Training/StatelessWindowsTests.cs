using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>A model without states, told to carry them: its windows carry nothing, and training still runs window by window.</summary>
public sealed class StatelessWindowsTests
{
    private static readonly StatelessTraining.Sample sample = new(
        new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 },
        new float[] { 1, 0, 2, 0, 3 }
    );

    [Fact]
    public void Windows_have_the_loss_of_the_whole()
    {
        var training = Make();
        var whole = training.Evaluate([sample]);

        (training.Truncate, training.Stateful) = (2, true);

        Assert.Equal(whole, training.Evaluate([sample]), 1e-6);
    }

    [Fact]
    public void Windows_of_one_sample_and_of_a_stream_train_to_the_same_bits()
    {
        var (sequence, stream) = (Make(), Make());
        (sequence.Truncate, sequence.Stateful, stream.Stateful) = (2, true, true);

        sequence.TrainBatch([sample]);
        for (var first = 0; first < 5; first += 2)
        {
            var end = Math.Min(first + 2, 5);
            stream.TrainWindow(
                [new(sample.Xs[(2 * first)..(2 * end)], sample.Targets[first..end])],
                continues: first > 0
            );
        }

        Assert.Equal(sequence.Parameters.ToArray(), stream.Parameters.ToArray());
    }

    private static StatelessTraining Make() => new(new Stateless(features: 2, targets: 1, seed: 1));
}
