using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

[Training]
public partial class BinaryCrossEntropyKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * BinaryCrossEntropy(model.Vector(one), model.SecondVector(one))
        + 0.25f * BinaryCrossEntropy(model.Number(), model.SecondNumber())
        + 0.265625f * BinaryCrossEntropy(model.Forward(ones), model.Second(ones));
}

[Training]
public partial class MeanSquaredErrorKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * MeanSquaredError(model.Vector(one), model.SecondVector(one))
        + 0.25f * Square(model.Number() - model.SecondNumber())
        + 0.265625f * MeanSquaredError(model.Forward(ones), model.Second(ones));
}

[Training]
public partial class MeanAbsoluteErrorKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * MeanAbsoluteError(model.Vector(one), model.SecondVector(one))
        + 0.25f * Abs(model.Number() - model.SecondNumber())
        + 0.265625f * MeanAbsoluteError(model.Forward(ones), model.Second(ones));
}
