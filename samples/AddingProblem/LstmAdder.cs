using RnnDsl.Training;

namespace AddingProblem;

/// <summary>Reads pairs and, after the last, says the sum of the marked values.</summary>
[Layer]
public partial class LstmAdder
{
    Lstm<Pair, Hidden> cell;
    Dense<Hidden, Sum> head;

    // Stays zero. Added to the pairs, its gradient at a place is that of the pair there.
    [Init(Initializer.Zeros)]
    Mat<Place, Pair> nudge;

    public Vec<Sum> Forward(Seq<Pair> pairs) => head.Apply(cell.Scan(pairs).Last);

    public Vec<Sum> Nudged(Seq<Pair> pairs, Tokens<Place> places) => Forward(pairs + nudge[places]);
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f, ClipNorm = 1f)]
public partial class LstmTraining
{
    LstmAdder model;

    Scalar Loss(Seq<Pair> pairs, Vec<Sum> sum) => MeanSquaredError(model.Forward(pairs), sum);
}

/// <summary>Never takes a step: asked for the gradients of the nudge, and so of the pairs.</summary>
[Training]
public partial class LstmProbe
{
    LstmAdder model;

    Scalar Loss(Seq<Pair> pairs, Tokens<Place> places, Vec<Sum> sum) =>
        MeanSquaredError(model.Nudged(pairs, places), sum);
}
