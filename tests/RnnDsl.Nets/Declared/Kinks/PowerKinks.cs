using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

[Training]
public partial class PowerKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Pow(model.Vector(one), model.SecondVector(one))))
        + 0.25f * (Pow(model.Number(), model.SecondNumber()))
        + Sum(Mean(0.015625f * (Pow(model.Forward(ones), model.Second(ones)))));
}

[Training]
public partial class CubeKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Pow(model.Vector(one), 3)))
        + 0.25f * (Pow(model.Number(), 3))
        + Sum(Mean(0.015625f * (Pow(model.Forward(ones), 3))));
}

[Training]
public partial class InverseKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Pow(model.Vector(one), -1)))
        + 0.25f * (Pow(model.Number(), -1))
        + Sum(Mean(0.015625f * (Pow(model.Forward(ones), -1))));
}

[Training]
public partial class ConstantKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Pow(model.Vector(one), 0)))
        + 0.25f * (Pow(model.Number(), 0))
        + Sum(Mean(0.015625f * (Pow(model.Forward(ones), 0))));
}

[Training]
public partial class ExponentialKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Pow(2, model.Vector(one))))
        + 0.25f * (Pow(2, model.Number()))
        + Sum(Mean(0.015625f * (Pow(2, model.Forward(ones)))));
}

[Training]
public partial class ChoiceKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(
            0.03125f
                * (
                    Where(
                        model.Vector(one) >= model.SecondVector(one),
                        2 * model.Vector(one),
                        3 * model.SecondVector(one)
                    )
                )
        )
        + 0.25f * (Where(model.Number() >= model.SecondNumber(), 2 * model.Number(), 3 * model.SecondNumber()))
        + Sum(
            Mean(
                0.015625f
                    * (
                        Where(
                            model.Forward(ones) >= model.Second(ones),
                            2 * model.Forward(ones),
                            3 * model.Second(ones)
                        )
                    )
            )
        );
}

[Training]
public partial class LowerKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Where(model.Vector(one) < model.SecondVector(one), model.Vector(one), 1)))
        + 0.25f * (Where(model.Number() < model.SecondNumber(), model.Number(), 1))
        + Sum(Mean(0.015625f * (Where(model.Forward(ones) < model.Second(ones), model.Forward(ones), 1))));
}

[Training]
public partial class SafeLogKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Where(model.Vector(one) > 0, Log(Where(model.Vector(one) > 0, model.Vector(one), 1)), -1)))
        + 0.25f * (Where(model.Number() > 0, Log(Where(model.Number() > 0, model.Number(), 1)), -1))
        + Sum(
            Mean(
                0.015625f
                    * (Where(model.Forward(ones) > 0, Log(Where(model.Forward(ones) > 0, model.Forward(ones), 1)), -1))
            )
        );
}

[Training]
public partial class AtMostKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Where(model.Vector(one) <= 1, Exp(Min(model.Vector(one), 1)))))
        + 0.25f * (Where(model.Number() <= 1, Exp(Min(model.Number(), 1))))
        + Sum(Mean(0.015625f * (Where(model.Forward(ones) <= 1, Exp(Min(model.Forward(ones), 1))))));
}

[Training]
public partial class OutsideKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * (Unless(model.Vector(one) <= 1, model.Vector(one))))
        + 0.25f * (Unless(model.Number() <= 1, model.Number()))
        + Sum(Mean(0.015625f * (Unless(model.Forward(ones) <= 1, model.Forward(ones)))));
}

[Training]
public partial class CountedKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        Sum(0.03125f * ((model.Vector(one) > model.SecondVector(one)) * model.Vector(one)))
        + 0.25f * ((model.Number() > model.SecondNumber()) * model.Number())
        + Sum(Mean(0.015625f * ((model.Forward(ones) > model.Second(ones)) * model.Forward(ones))));
}
