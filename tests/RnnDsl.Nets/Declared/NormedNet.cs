using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Layer normalization inside a cell and between layers, and the largest of all steps.</summary>
[Layer]
public partial class NormedNet
{
    LayerNormLstm<Features, Units> cell;
    LayerNorm<Units> norm;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var low = cell.Scan(xs);
        return head.Apply(norm.Apply(low + 0.5f * Tanh(low)).Last + Max(low));
    }
}

[Training(Optimizer = typeof(AdamW), LearningRate = 1e-2f)]
public partial class NormedTraining
{
    NormedNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
