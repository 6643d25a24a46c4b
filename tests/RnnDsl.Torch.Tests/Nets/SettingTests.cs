using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using TorchSharp;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>Numbers of a loss that change between steps, on a device.</summary>
public sealed class SettingTests
{
    [Fact]
    public void Steps_read_them_as_on_the_cpu()
    {
        CarriedNet Model() => new(features: 3, units: 5, targets: 2, seed: 1);
        AnnealedTraining.Sample[] samples =
        [
            .. Example.Ragged(3, 2, 1, 11, 6, 1).Select(e => new AnnealedTraining.Sample(e.Xs, e.Ys)),
        ];
        var cpu = new AnnealedTraining(Model());
        using var torch = new AnnealedTraining.Torch(Model(), TorchSharp.torch.CPU);
        Assert.Equal((cpu.Beta, cpu.Temperature, cpu.Unread), (torch.Beta, torch.Temperature, torch.Unread));

        for (var step = 0; step < 4; step++)
        {
            Assert.Equal(cpu.TrainBatch(samples), torch.TrainBatch(samples), 1e-5f);
            cpu.Beta = torch.Beta = step;
            Assert.Equal(cpu.Evaluate(samples), torch.Evaluate(samples), 1e-5);
        }

        Assert.NotEqual(cpu.Evaluate(samples), new AnnealedTraining(cpu.Model).Evaluate(samples), 1e-3);
    }

    [Fact]
    public void A_checkpoint_of_the_cpu_holds_them()
    {
        var path = Path.GetTempFileName();
        try
        {
            CarriedNet Model() => new(features: 3, units: 5, targets: 2, seed: 1);
            var cpu = new AnnealedTraining(Model()) { Beta = 0.125f };
            cpu.SaveCheckpoint(path);
            using var torch = new AnnealedTraining.Torch(Model(), TorchSharp.torch.CPU);

            torch.LoadCheckpoint(path);

            Assert.Equal(0.125f, torch.Beta);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
