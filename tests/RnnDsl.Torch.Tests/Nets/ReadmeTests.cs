using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using TorchSharp;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>What the README shows: trained on tensors, served on the CPU.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void A_model_that_learned_with_tensors_serves_on_the_cpu()
    {
        var samples = Example
            .Ragged(3, 2, 1, 4, 2, 3)
            .Select(example => new LstmTraining.Sample(example.Xs, example.Ys))
            .ToArray();

        using var training = new LstmTraining.Torch(new LstmNet(features: 3, units: 8, targets: 2), torch.CPU);
        training.Fit(samples);
        float[][] results = training.Model.Predict([samples[0].Xs]);

        Assert.Equal(4 * 2, results[0].Length);
        Assert.True(training.History[^1].Loss < training.History[0].Loss);
    }

    [Fact]
    public void Training_with_tensors_is_training_on_the_cpu()
    {
        var samples = Example
            .Ragged(3, 2, 1, 4, 2, 3)
            .Select(example => new LstmTraining.Sample(example.Xs, example.Ys))
            .ToArray();
        var cpu = new LstmTraining(new LstmNet(features: 3, units: 8, targets: 2));
        using var training = new LstmTraining.Torch(new LstmNet(features: 3, units: 8, targets: 2), torch.CPU);

        cpu.Fit(samples);
        training.Fit(samples);

        for (var i = 0; i < cpu.Parameters.Count; i++)
        {
            Assert.Equal(cpu.Parameters.Values[i], training.Parameters.Values[i], 1e-4f);
        }
    }
}
