using RnnDsl.Tests.Nets;
using RnnDsl.Torch.Tests.Nets;
using RnnDsl.TorchStandIn;

namespace RnnDsl.Torch.Tests.StandIn;

/// <summary>What a step of training costs in calls of tensors.</summary>
public sealed class TrainingCallTests
{
    [Fact]
    public void An_lstm_takes_at_most_12_calls_a_step_forward_and_20_backward()
    {
        var (forward, both) = (Calls(steps: 9, isForward: true), Calls(steps: 9, isForward: false));
        var (forwardMore, bothMore) = (Calls(steps: 10, isForward: true), Calls(steps: 10, isForward: false));

        var forwardStep = forwardMore - forward;
        var backwardStep = bothMore - both - forwardStep;
        Assert.InRange(forwardStep, 1, 12);
        Assert.InRange(backwardStep, 1, 20);
    }

    private static int Calls(int steps, bool isForward)
    {
        using var backend = new TensorBackend();
        var net = backend.Make("Lstm", features: 3, units: 4, targets: 2);
        var batch = Example.Ragged(3, 2, 1, steps, steps);
        net.TrainBatch(batch);
        Counters.Reset();
        if (isForward)
        {
            net.Loss(batch);
        }
        else
        {
            net.Gradient(batch);
        }

        return Counters.Kernels;
    }
}
