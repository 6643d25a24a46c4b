using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

[Training]
public partial class ErfKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Erf(model.Vector(one))))
        + 0.25f * (Erf(model.Number()))
        + Sum(Mean(0.015625f * (Erf(model.Forward(ones)))));
}

[Training]
public partial class ErfcKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Erfc(model.Vector(one))))
        + 0.25f * (Erfc(model.Number()))
        + Sum(Mean(0.015625f * (Erfc(model.Forward(ones)))));
}

[Training]
public partial class Expm1Kink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Expm1(model.Vector(one))))
        + 0.25f * (Expm1(model.Number()))
        + Sum(Mean(0.015625f * (Expm1(model.Forward(ones)))));
}

[Training]
public partial class FloorKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Floor(model.Vector(one))))
        + 0.25f * (Floor(model.Number()))
        + Sum(Mean(0.015625f * (Floor(model.Forward(ones)))));
}

[Training]
public partial class AtanKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Atan(model.Vector(one))))
        + 0.25f * (Atan(model.Number()))
        + Sum(Mean(0.015625f * (Atan(model.Forward(ones)))));
}

[Training]
public partial class LogGammaKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (LogGamma(model.Vector(one))))
        + 0.25f * (LogGamma(model.Number()))
        + Sum(Mean(0.015625f * (LogGamma(model.Forward(ones)))));
}

[Training]
public partial class LogSigmoidKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (LogSigmoid(model.Vector(one))))
        + 0.25f * (LogSigmoid(model.Number()))
        + Sum(Mean(0.015625f * (LogSigmoid(model.Forward(ones)))));
}

[Training]
public partial class HardSigmoidKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (HardSigmoid(model.Vector(one))))
        + 0.25f * (HardSigmoid(model.Number()))
        + Sum(Mean(0.015625f * (HardSigmoid(model.Forward(ones)))));
}

[Training]
public partial class SiluKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Silu(model.Vector(one))))
        + 0.25f * (Silu(model.Number()))
        + Sum(Mean(0.015625f * (Silu(model.Forward(ones)))));
}

[Training]
public partial class GeluKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Gelu(model.Vector(one))))
        + 0.25f * (Gelu(model.Number()))
        + Sum(Mean(0.015625f * (Gelu(model.Forward(ones)))));
}

[Training]
public partial class EluKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Elu(model.Vector(one))))
        + 0.25f * (Elu(model.Number()))
        + Sum(Mean(0.015625f * (Elu(model.Forward(ones)))));
}

[Training]
public partial class WideEluKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Elu(model.Vector(one), 2)))
        + 0.25f * (Elu(model.Number(), 2))
        + Sum(Mean(0.015625f * (Elu(model.Forward(ones), 2))));
}
