using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using TorchSharp;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>Truncated backpropagation through time, with states that stay on the device between windows.</summary>
public sealed class WindowTests
{
    [Fact]
    public void Windows_that_carry_their_states_train_as_on_the_cpu()
    {
        var samples = Example
            .Ragged(3, 2, 1, 11, 6, 9)
            .Select(example => new CarriedTraining.Sample(example.Xs, example.Ys))
            .ToArray();
        var cpu = new CarriedTraining(new CarriedNet(features: 3, units: 5, targets: 2, seed: 1));
        using var torch = new CarriedTraining.Torch(
            new CarriedNet(features: 3, units: 5, targets: 2, seed: 1),
            TorchSharp.torch.CPU
        );

        for (var step = 0; step < 5; step++)
        {
            Assert.Equal(cpu.TrainBatch(samples), torch.TrainBatch(samples), 1e-5f);
        }

        Assert.Equal(cpu.Evaluate(samples), torch.Evaluate(samples), 1e-5);
        for (var i = 0; i < cpu.Parameters.Count; i++)
        {
            Assert.Equal(cpu.Parameters.Values[i], torch.Parameters.Values[i], 1e-4f);
        }
    }
}
