using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Two cells, one of which starts from a trained state; tests run the cells themselves.</summary>
[Layer]
public partial class CarriedNet
{
    internal Lstm<Features, Units> low;
    internal Gru<Units, Units> high;
    internal Vec<Units> h0;
    internal Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(high.Scan(low.Scan(xs), from: new(Tanh(h0))));
}

/// <summary>Goes from window to window.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 1f, Truncate = 4, Stateful = true)]
public partial class CarriedTraining
{
    CarriedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}

/// <summary>The same on whole sequences.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 1f)]
public partial class WholeTraining
{
    CarriedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
