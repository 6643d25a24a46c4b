using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

/// <summary>The scale is there for its gradient: it takes the gradients of the inputs.</summary>
[Layer]
public partial class GruAfterDxLayer
{
    [Init(1)]
    Vec<Input> scale;
    GruResetAfter<Input, Hidden> cell;

    public Seq<Hidden> Forward(Seq<Input> xs) => cell.Scan(scale * xs);
}

/// <summary>The sum of all outputs, so that the gradient of each is one.</summary>
[Training]
public partial class GruAfterDxTraining
{
    GruAfterDxLayer model;

    public Scalar Loss(Seq<Input> xs) => Sum(Sum(model.Forward(xs)));
}
