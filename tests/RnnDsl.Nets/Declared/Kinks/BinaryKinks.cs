using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

[Training]
public partial class LargerKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Max(model.Vector(one), model.SecondVector(one))))
        + 0.25f * (Max(model.Number(), model.SecondNumber()))
        + Sum(Mean(0.015625f * (Max(model.Forward(ones), model.Second(ones)))));
}

[Training]
public partial class SmallerKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Min(model.Vector(one), model.SecondVector(one))))
        + 0.25f * (Min(model.Number(), model.SecondNumber()))
        + Sum(Mean(0.015625f * (Min(model.Forward(ones), model.Second(ones)))));
}

[Training]
public partial class QuotientKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (model.Vector(one) / model.SecondVector(one)))
        + 0.25f * (model.Number() / model.SecondNumber())
        + Sum(Mean(0.015625f * (model.Forward(ones) / model.Second(ones))));
}

[Training]
public partial class ProductKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (model.Vector(one) * model.SecondVector(one)))
        + 0.25f * (model.Number() * model.SecondNumber())
        + Sum(Mean(0.015625f * (model.Forward(ones) * model.Second(ones))));
}
