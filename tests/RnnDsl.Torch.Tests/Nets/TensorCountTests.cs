using RnnDsl.Tests.Nets;
using TorchSharp;
using CpuNets = RnnDsl.Tests.Nets.Nets;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>Whether tensors stay behind. The count is of all threads: nothing else may run.</summary>
[Collection("Tensors are counted")]
[CollectionDefinition("Tensors are counted", DisableParallelization = true)]
public sealed class TensorCountTests
{
    public static TheoryData<string> Names() => [.. CpuNets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_tensor_is_left_behind(string name)
    {
        var before = Count();
        using (var backend = new TensorBackend())
        {
            var net = backend.Make(name, features: 3, units: 4, targets: 2);
            var even = Example.Ragged(3, 2, 1, 3, 3);
            var ragged = Example.Ragged(3, 2, 1, 4, 2);
            net.TrainBatch(ragged);
            net.TrainBatch(even);
            net.PredictAll(even);
            var warm = torch.Tensor.TotalCount;

            for (var step = 0; step < 50; step++)
            {
                net.TrainBatch(even);
                net.PredictAll(even);
            }

            Assert.InRange(warm, before + 1, long.MaxValue);
            Assert.Equal(warm, torch.Tensor.TotalCount);
        }

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    // Tensors that other tests left to the finalizer must not leave the count meanwhile.
    private static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
