using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The largest of all steps: of data, of vectors side by side, and of what is read from its end.</summary>
[Layer]
public partial class LargestNet
{
    Bidirectional<Gru<Features, Units>, Features, Units> both;
    SimpleRnn<Units, Units> back;
    Dense<Cat<Units, Units>, Units> middle;
    Dense<Features, Targets> skip;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var high = Max(Reverse(back.Scan(middle.Apply(Reverse(both.Apply(xs))))));
        return head.Apply(high * middle.Apply(Max(both.Apply(xs)))) + skip.Apply(Max(xs));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class LargestTraining
{
    LargestNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
