using RnnDsl.Parameters;
using RnnDsl.Tests.Nets;
using CpuNets = RnnDsl.Tests.Nets.Nets;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>Loss, results and every gradient of tensors are those of the CPU backend.</summary>
public sealed class BackendTests : IDisposable
{
    private const int Targets = 3;

    private readonly TensorBackend backend = new();

    /// <summary>Units, features, and the steps of each example.</summary>
    public static TheoryData<string, int, int, int[]> Shapes()
    {
        var data = new TheoryData<string, int, int, int[]>();
        foreach (var name in CpuNets.Names)
        {
            data.Add(name, 1, 1, [1]);
            data.Add(name, 7, 5, [4, 4, 4]);
            data.Add(name, 16, 17, [2, 5, 1, 5, 3]);
        }

        return data;
    }

    public void Dispose() => backend.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Losses_are_those_of_the_cpu(string name, int units, int features, int[] steps)
    {
        var (cpu, torch) = Make(name, units, features);
        var batch = Example.Ragged(features, Targets, units, steps);

        var expected = cpu.Loss(batch);

        Assert.Equal(expected, torch.Loss(batch), 1e-5 * Math.Max(1, Math.Abs(expected)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradients_are_those_of_the_cpu(string name, int units, int features, int[] steps)
    {
        var (cpu, torch) = Make(name, units, features);
        var batch = Example.Ragged(features, Targets, units, steps);

        var (expected, actual) = (cpu.Gradient(batch), torch.Gradient(batch));

        var size = Math.Sqrt(expected.Sum(g => (double)g * g));
        Assert.True(size > 0 || steps is [1], "the gradient is zero");
        var wrong = cpu.Parameters.Items.Where(item => IsWrong(item, expected, actual, size)).Select(item => item.Name);
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Results_are_those_of_the_cpu(string name, int units, int features, int[] steps)
    {
        var (cpu, torch) = Make(name, units, features);
        var batch = Example.Ragged(features, Targets, units, steps);

        var (expected, actual) = (cpu.PredictAll(batch), torch.PredictAll(batch));

        Assert.Equal(expected.Length, actual.Length);
        for (var example = 0; example < expected.Length; example++)
        {
            Assert.Equal(expected[example].Length, actual[example].Length);
            for (var i = 0; i < expected[example].Length; i++)
            {
                Assert.Equal(expected[example][i], actual[example][i], 1e-5f);
            }
        }
    }

    private (Net Cpu, Net Torch) Make(string name, int units, int features)
    {
        var cpu = CpuNets.Make(name, features, units, Targets);
        var torch = backend.Make(name, features, units, Targets);
        cpu.Scramble(seed: units);
        torch.Scramble(seed: units);
        return (cpu, torch);
    }

    private static bool IsWrong(ParameterInfo item, float[] expected, float[] actual, double size)
    {
        for (var i = item.Offset; i < item.Offset + item.Rows * item.Stride; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= 1e-4 * Math.Max(Math.Abs(expected[i]), 0.1 * size)))
            {
                return true;
            }
        }

        return false;
    }
}
