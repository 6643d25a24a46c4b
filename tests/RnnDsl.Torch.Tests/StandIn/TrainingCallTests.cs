using RnnDsl.Tests.Nets;
using RnnDsl.Torch.Tests.Nets;
using RnnDsl.TorchStandIn;

namespace RnnDsl.Torch.Tests.StandIn;

/// <summary>What a step of training costs: calls of tensors, and tensors that stay behind.</summary>
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

    public static TheoryData<string> Names() => [.. RnnDsl.Tests.Nets.Nets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_tensor_is_left_behind(string name)
    {
        using var backend = new TensorBackend();
        var net = backend.Make(name, features: 3, units: 4, targets: 2);
        var even = Example.Ragged(3, 2, 1, 3, 3);
        var ragged = Example.Ragged(3, 2, 1, 4, 2);
        net.TrainBatch(ragged);
        net.TrainBatch(even);
        net.PredictAll(even);
        Counters.Reset();
        Train(1);
        var kept = Counters.LiveTensors;

        Train(100);

        Assert.Equal(kept, Counters.LiveTensors);

        void Train(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                net.TrainBatch(even);
                net.PredictAll(even);
            }
        }
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
