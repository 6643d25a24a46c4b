using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

[Training]
public partial class SigmoidKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Sigmoid(model.Vector(one))))
        + 0.25f * (Sigmoid(model.Number()))
        + Sum(Mean(0.015625f * (Sigmoid(model.Forward(ones)))));
}

[Training]
public partial class TanhKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Tanh(model.Vector(one))))
        + 0.25f * (Tanh(model.Number()))
        + Sum(Mean(0.015625f * (Tanh(model.Forward(ones)))));
}

[Training]
public partial class ReluKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Relu(model.Vector(one))))
        + 0.25f * (Relu(model.Number()))
        + Sum(Mean(0.015625f * (Relu(model.Forward(ones)))));
}

[Training]
public partial class ExpKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Exp(model.Vector(one))))
        + 0.25f * (Exp(model.Number()))
        + Sum(Mean(0.015625f * (Exp(model.Forward(ones)))));
}

[Training]
public partial class LogKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Log(model.Vector(one))))
        + 0.25f * (Log(model.Number()))
        + Sum(Mean(0.015625f * (Log(model.Forward(ones)))));
}

[Training]
public partial class SqrtKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Sqrt(model.Vector(one))))
        + 0.25f * (Sqrt(model.Number()))
        + Sum(Mean(0.015625f * (Sqrt(model.Forward(ones)))));
}

[Training]
public partial class SquareKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Square(model.Vector(one))))
        + 0.25f * (Square(model.Number()))
        + Sum(Mean(0.015625f * (Square(model.Forward(ones)))));
}

[Training]
public partial class AbsKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Abs(model.Vector(one))))
        + 0.25f * (Abs(model.Number()))
        + Sum(Mean(0.015625f * (Abs(model.Forward(ones)))));
}

[Training]
public partial class SinKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Sin(model.Vector(one))))
        + 0.25f * (Sin(model.Number()))
        + Sum(Mean(0.015625f * (Sin(model.Forward(ones)))));
}

[Training]
public partial class CosKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Cos(model.Vector(one))))
        + 0.25f * (Cos(model.Number()))
        + Sum(Mean(0.015625f * (Cos(model.Forward(ones)))));
}

[Training]
public partial class SoftplusKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Softplus(model.Vector(one))))
        + 0.25f * (Softplus(model.Number()))
        + Sum(Mean(0.015625f * (Softplus(model.Forward(ones)))));
}

[Training]
public partial class MaxWithZeroKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Max(model.Vector(one), 0)))
        + 0.25f * (Max(model.Number(), 0))
        + Sum(Mean(0.015625f * (Max(model.Forward(ones), 0))));
}

[Training]
public partial class ZeroOrMoreKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Max(0, model.Vector(one))))
        + 0.25f * (Max(0, model.Number()))
        + Sum(Mean(0.015625f * (Max(0, model.Forward(ones)))));
}

[Training]
public partial class ClipKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Min(Max(model.Vector(one), -1), 1)))
        + 0.25f * (Min(Max(model.Number(), -1), 1))
        + Sum(Mean(0.015625f * (Min(Max(model.Forward(ones), -1), 1))));
}

[Training]
public partial class StoppedKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (model.Vector(one) * StopGradient(model.Vector(one))))
        + 0.25f * (model.Number() * StopGradient(model.Number()))
        + Sum(Mean(0.015625f * (model.Forward(ones) * StopGradient(model.Forward(ones)))));
}
