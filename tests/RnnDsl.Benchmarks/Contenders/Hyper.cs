using RnnDsl.Benchmarks.Cells;
using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

[Layer]
public partial class HyperLayer
{
    HyperLstm<Input, Hidden> cell;

    public Seq<Hidden> Forward(Seq<Input> xs) => cell.Scan(xs);
}

/// <summary>The sum of all outputs, so that the gradient of each is one.</summary>
[Training]
public partial class HyperTraining
{
    HyperLayer model;

    public Scalar Loss(Seq<Input> xs) => Sum(Sum(model.Forward(xs)));
}
