using RnnDsl.Layers;
using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

[Layer]
public partial class BidirectionalLstmLayer
{
    Bidirectional<Lstm<Input, Hidden>, Input, Hidden> cells;

    public Seq<Cat<Hidden, Hidden>> Forward(Seq<Input> xs) => cells.Apply(xs);
}

/// <summary>The sum of all outputs, so that the gradient of each is one.</summary>
[Training]
public partial class BidirectionalLstmTraining
{
    BidirectionalLstmLayer model;

    public Scalar Loss(Seq<Input> xs) => Sum(Sum(model.Forward(xs)));
}
