using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell of three sequences, one of which is a number a step, over two scans that start from each other's state.</summary>
[Layer]
public partial class TimedNet
{
    Decaying<Features, Units> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs, Scalars gaps)
    {
        var masks = Sigmoid(2 * xs);
        var first = cell.Scan(xs, masks, gaps);
        var pace = first.Map(h => Sum(h)) + 0.5f * gaps;
        return head.Apply(gaps * first + cell.Scan(xs, 1 - masks, Square(pace)));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class TimedTraining
{
    TimedNet model;

    public Scalar Loss(Seq<Features> xs, Scalars gaps, Seq<Targets> targets)
    {
        var errors = (model.Forward(xs, gaps) - targets).Map(e => Sum(Square(e)));
        return Sum(gaps * errors) / Sum(gaps) + 0.1f * Max(errors) / Length(gaps) + 0.1f * errors.Last / Length(errors);
    }
}
