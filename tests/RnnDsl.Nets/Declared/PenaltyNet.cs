using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// A loss with penalties: of all matrices, of some, and one that is no sum, so that its gradient depends on its value. A matrix has two
/// parts, since its operand is a concatenation.
/// </summary>
[Layer]
public partial class PenaltyNet
{
    SimpleRnn<Features, Units> first;

    [Count(2)]
    SimpleRnn<Units, Units>[] rest;
    Dense<Cat<Units, Features>, Targets> head;
    Mat<Targets, Targets> turn;
    Vec<Targets> shift;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var states = first.Scan(xs);
        foreach (var cell in rest)
        {
            states = cell.Scan(states);
        }

        return shift + turn * head.Apply(Concat(states, xs).Last);
    }

    public Scalar Penalty()
    {
        var sum = SumOfSquares(turn) + SumOfSquares(shift);
        foreach (var cell in rest)
        {
            sum += 0.5f * L2(cell);
        }

        return sum;
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class PenaltyTraining
{
    PenaltyNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) =>
        MeanSquaredError(model.Forward(xs), target) + 1e-2f * L2(model) + Sqrt(1 + 0.1f * model.Penalty());
}
