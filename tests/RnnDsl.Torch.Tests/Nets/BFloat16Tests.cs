using RnnDsl.Tests.Nets;
using RnnDsl.Torch.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;
using CpuNets = RnnDsl.Tests.Nets.Nets;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>Products of bfloat16, which has 8 bits, among floats.</summary>
public sealed class BFloat16Tests : IDisposable
{
    private const string CannotAdd = "libtorch 1.13 adds no product of floats to bfloat16 on the CPU.";

    private readonly TensorBackend backend = new(storage: ScalarType.BFloat16);

    public static TheoryData<string> Names => [.. CpuNets.Names];

    public void Dispose() => backend.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Losses_and_gradients_are_those_of_the_cpu_to_8_bits(string name)
    {
        Assert.SkipWhen(Library.IsOld, CannotAdd);
        var (cpu, torch) = (CpuNets.Make(name, 5, 16, 3), backend.Make(name, 5, 16, 3));
        cpu.Scramble(seed: 2);
        torch.Scramble(seed: 2);
        foreach (var batch in new[] { Example.Ragged(5, 3, 1, 4, 4, 4), Example.Ragged(5, 3, 1, 2, 5, 1, 5, 3) })
        {
            var expected = cpu.Loss(batch);
            Assert.Equal(expected, torch.Loss(batch), 0.02 * Math.Max(1, Math.Abs(expected)));

            var (exact, rounded) = (cpu.Gradient(batch), torch.Gradient(batch));
            var size = Math.Sqrt(exact.Sum(g => (double)g * g));
            var error = Math.Sqrt(exact.Zip(rounded, (e, r) => (double)(e - r) * (e - r)).Sum());
            Assert.InRange(error / size, double.Epsilon, 0.05);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_goes_on_as_with_floats(string name)
    {
        Assert.SkipWhen(Library.IsOld, CannotAdd);
        var (cpu, torch) = (CpuNets.Make(name, 5, 16, 3), backend.Make(name, 5, 16, 3));
        var batch = Example.Ragged(5, 3, 1, 2, 5, 1, 5, 3);
        var (before, expected, actual) = (cpu.Loss(batch), 0f, 0f);

        for (var step = 0; step < 10; step++)
        {
            (expected, actual) = (cpu.TrainBatch(batch), torch.TrainBatch(batch));
        }

        Assert.Equal(expected, actual, 0.03f * Math.Max(1, Math.Abs((float)before)));
    }

    [Fact]
    public void A_state_keeps_changes_that_8_bits_would_lose()
    {
        var model = new Counter(features: 1, seed: 1);
        using var torch = new Counter.Torch(model, CPU, ScalarType.BFloat16);
        float[] ones = [.. Enumerable.Repeat(1f, 1000)];

        var end = torch.Predict([ones])[0][^1];

        Assert.Equal(1, end, 1e-3f);
    }

    [Fact]
    public void Other_types_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Counter.Torch(new Counter(1), CPU, ScalarType.Int64));

        Assert.Contains("Float32 or BFloat16, not Int64", error.Message, StringComparison.Ordinal);
    }
}
