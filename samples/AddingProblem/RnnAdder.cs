using RnnDsl.Training;

namespace AddingProblem;

/// <summary>The same as <see cref="LstmAdder"/> with another cell.</summary>
[Layer]
public partial class RnnAdder
{
    SimpleRnn<Pair, Hidden> cell;
    Dense<Hidden, Sum> head;

    [Init(Initializer.Zeros)]
    Mat<Place, Pair> nudge;

    public Vec<Sum> Forward(Seq<Pair> pairs) => head.Apply(cell.Scan(pairs).Last);

    public Vec<Sum> Nudged(Seq<Pair> pairs, Tokens<Place> places) => Forward(pairs + nudge[places]);
}

// At a rate of 1e-3 it learns as little, but its gradients vanish with some seeds only: with seed 0 they do not.
[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f, ClipNorm = 1f)]
public partial class RnnTraining
{
    RnnAdder model;

    Scalar Loss(Seq<Pair> pairs, Vec<Sum> sum) => MeanSquaredError(model.Forward(pairs), sum);
}

/// <summary>As <see cref="LstmProbe"/>.</summary>
[Training]
public partial class RnnProbe
{
    RnnAdder model;

    Scalar Loss(Seq<Pair> pairs, Tokens<Place> places, Vec<Sum> sum) =>
        MeanSquaredError(model.Nudged(pairs, places), sum);
}
