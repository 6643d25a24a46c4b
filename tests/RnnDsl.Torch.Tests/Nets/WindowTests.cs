using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;
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

    // W11
    [Fact]
    public void States_are_in_the_checkpoint_and_go_on_anywhere()
    {
        var path = Path.GetTempFileName();
        try
        {
            CarriedTraining.Sample[] Window(int first) =>
                [
                    .. Example
                        .Ragged(3, 2, 1, 12, 12)
                        .Select(e => new CarriedTraining.Sample(
                            e.Xs.AsMemory(first * 3, 4 * 3),
                            e.Ys.AsMemory(first * 2, 4 * 2)
                        )),
                ];
            using var whole = Torch();
            whole.TrainWindow(Window(0), continues: false);
            whole.TrainWindow(Window(4), continues: true);
            whole.SaveCheckpoint(path);
            var expected = whole.TrainWindow(Window(8), continues: true);

            using var torch = Torch();
            torch.LoadCheckpoint(path);
            Assert.Equal(expected, torch.TrainWindow(Window(8), continues: true));
            Assert.Equal(whole.Parameters.ToArray(), torch.Parameters.ToArray());
            var cpu = new CarriedTraining(new CarriedNet(features: 3, units: 5, targets: 2, seed: 2));
            cpu.LoadCheckpoint(path);
            Assert.Equal(expected, cpu.TrainWindow(Window(8), continues: true), 1e-5f);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // T10
    [Fact]
    public void The_mean_over_steps_is_that_of_the_cpu()
    {
        var samples = Example
            .Ragged(3, 2, 1, 11, 6, 1)
            .Select(example => new CarriedTraining.Sample(example.Xs, example.Ys))
            .ToArray();
        var cpu = new CarriedTraining(new CarriedNet(features: 3, units: 5, targets: 2, seed: 1));
        using var torch = Torch();
        foreach (var mean in (LossMean[])[LossMean.PerStep, LossMean.PerSample, LossMean.PerStep])
        {
            (cpu.LossMean, torch.LossMean) = (mean, mean);
            Assert.Equal(cpu.Evaluate(samples), torch.Evaluate(samples), 1e-5);
            var (expected, actual) = (cpu.Gradients(samples), torch.Gradients(samples));
            foreach (var item in cpu.Parameters.Items)
            {
                Assert.All(
                    expected[item.Name].ToArray().Zip(actual[item.Name].ToArray()),
                    pair => Assert.Equal(pair.First, pair.Second, 1e-5f)
                );
            }
        }
    }

    // W26
    [Fact]
    public void Shares_of_a_sum_are_those_of_the_cpu()
    {
        StepMixTraining.Sample[] samples =
        [
            .. Example.Ragged(3, 2, 1, 11, 6, 1).Select((e, i) => new StepMixTraining.Sample(e.Xs, e.Ys, 0.5f + i)),
        ];
        StepwiseNet Model() => new(features: 3, units: 5, targets: 2, seed: 1);
        var cpu = new StepMixTraining(Model()) { LearningRate = 0.01f };
        using var torch = new StepMixTraining.Torch(Model(), TorchSharp.torch.CPU) { LearningRate = 0.01f };

        // Windows of the same steps belong to sequences of other lengths.
        foreach (var batch in (StepMixTraining.Sample[][])[samples, samples[1..], [samples[0]], samples])
        {
            Assert.Equal(cpu.Evaluate(batch), torch.Evaluate(batch), 1e-4);
            Assert.Equal(cpu.TrainBatch(batch), torch.TrainBatch(batch), 1e-4f);
        }

        for (var i = 0; i < cpu.Parameters.Count; i++)
        {
            Assert.Equal(cpu.Parameters.Values[i], torch.Parameters.Values[i], 1e-4f);
        }
    }

    private static CarriedTraining.Torch Torch() =>
        new(new CarriedNet(features: 3, units: 5, targets: 2, seed: 1), TorchSharp.torch.CPU);
}
