using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Noise of what is read from its end, and of vectors side by side.</summary>
[Layer]
public partial class NoisyWaysNet
{
    NoisyRnn<Features, Units> ahead;
    NoisyRnn<Features, Units> back;
    Dense<Cat<Units, Units>, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var read = Dropout(Reverse(xs), 0.2f);
        var both = Dropout(Concat(ahead.Scan(Reverse(read)), Reverse(back.Scan(read))), 0.3f);
#pragma warning disable RNN037 // The last step is meant: one step of what is read from the end.
        return head.Apply(VariationalDropout(both.Last, 0.2f) + Mean(both));
#pragma warning restore RNN037
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class NoisyWaysTraining
{
    NoisyWaysNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
