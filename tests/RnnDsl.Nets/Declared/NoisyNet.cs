using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Noise in a cell, in a layer on a sequence and on a vector, in a lambda, and of sequences.</summary>
[Layer]
public partial class NoisyNet
{
    NoisyRnn<Features, Units> first;
    NoisyDense<Units, Units> middle;
    NoisyRnn<Units, Units> second;
    Vec<Units> shift;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var low = middle.Apply(first.Scan(VariationalDropout(xs, 0.3f)));
        var high = second.Scan(Dropout(low, 0.1f)).Map(h => h + VariationalDropout(shift, 0.5f) * Dropout(shift, 0.5f));
        return head.Apply(Dropout(Mean(high), 0.25f) + middle.Apply(high.Last));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class NoisyTraining
{
    NoisyNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
