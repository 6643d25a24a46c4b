using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

[Layer]
public partial class GruDLayer
{
    GruD<Input, Hidden> cell;

    // What the batch lacks, from what it has: a mask and a gap for each element.
    public Seq<Hidden> Forward(Seq<Input> xs) => cell.Scan(xs, xs >= -0.25f, Abs(xs));
}

/// <summary>The sum of all outputs, so that the gradient of each is one.</summary>
[Training]
public partial class GruDTraining
{
    GruDLayer model;

    public Scalar Loss(Seq<Input> xs) => Sum(Sum(model.Forward(xs)));
}
