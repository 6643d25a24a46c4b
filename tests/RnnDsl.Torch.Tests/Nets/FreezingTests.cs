using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using TorchSharp;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>What no training changes, on tensors as on the CPU.</summary>
public sealed class FreezingTests
{
    [Fact]
    public void Declared_ones_stay_and_the_others_are_trained_as_on_the_cpu()
    {
        FrozenTraining.Sample[] samples =
        [
            .. Example.Ragged(3, 2, 1, 4, 2, 3).Select(example => new FrozenTraining.Sample(example.Xs, example.Ys)),
        ];
        var cpu = new FrozenTraining(new FrozenNet(features: 3, units: 8, targets: 2, seed: 1));
        using var training = new FrozenTraining.Torch(
            new FrozenNet(features: 3, units: 8, targets: 2, seed: 1),
            torch.CPU
        );
        var before = training.Parameters.Items.ToDictionary(i => i.Name, i => training.Parameters[i.Name].ToArray());
        for (var step = 0; step < 3; step++)
        {
            Assert.Equal(cpu.TrainBatch(samples), training.TrainBatch(samples), 1e-5f);
        }

        foreach (var item in cpu.Parameters.Items)
        {
            var actual = training.Parameters[item.Name].ToArray();
            Assert.Equal(item.IsFrozen, before[item.Name].AsSpan().SequenceEqual(actual));
            Assert.Equal(cpu.Parameters[item.Name].ToArray(), actual, (e, a) => Math.Abs(e - a) <= 1e-4f);
        }
    }

    [Fact]
    public void A_training_freezes_parameters_and_trains_them_again_as_on_the_cpu()
    {
        ThawedTraining.Sample[] samples =
        [
            .. Example.Ragged(3, 2, 1, 4, 2, 3).Select(example => new ThawedTraining.Sample(example.Xs, example.Ys)),
        ];
        var cpu = new ThawedTraining(new ThawedNet(features: 3, units: 8, targets: 2, seed: 1)) { ClipNorm = 0.1f };
        using var training = new ThawedTraining.Torch(
            new ThawedNet(features: 3, units: 8, targets: 2, seed: 1),
            torch.CPU
        )
        {
            ClipNorm = 0.1f,
        };
        Both(loop => loop.TrainBatch(samples));
        Both(loop => loop.Freeze("encoder."));
        var before = training.Parameters["encoder.Whi"].ToArray();
        Both(loop => loop.TrainBatch(samples));
        Both(loop => loop.TrainBatch(samples));
        Assert.Equal(before, training.Parameters["encoder.Whi"].ToArray());
        Same();
        Both(loop => loop.Unfreeze("encoder."));
        Both(loop => loop.TrainBatch(samples));
        Assert.NotEqual(before, training.Parameters["encoder.Whi"].ToArray());
        Same();

        void Both(Action<RnnDsl.Training.TrainingLoop<ThawedTraining.Sample>> act)
        {
            act(cpu);
            act(training);
        }

        void Same()
        {
            for (var i = 0; i < cpu.Parameters.Count; i++)
            {
                Assert.Equal(cpu.Parameters.Values[i], training.Parameters.Values[i], 1e-4f);
            }
        }
    }
}
