using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

[Training]
public partial class GaussianKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * GaussianLoss(model.Vector(one), model.SecondVector(one), 0.5f * one)
        + 0.25f * GaussianLoss(model.Number(), model.SecondNumber(), 0.5f * 1)
        + 0.265625f * GaussianLoss(model.Forward(ones), model.Second(ones), 0.5f * ones);
}

[Training]
public partial class LaplaceKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * LaplaceLoss(model.Vector(one), model.SecondVector(one), 0.5f * one)
        + 0.25f * LaplaceLoss(model.Number(), model.SecondNumber(), 0.5f * 1)
        + 0.265625f * LaplaceLoss(model.Forward(ones), model.Second(ones), 0.5f * ones);
}

[Training]
public partial class StudentKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * StudentLoss(model.Vector(one), model.SecondVector(one), 0.5f * one, 3)
        + 0.25f * StudentLoss(model.Number(), model.SecondNumber(), 0.5f * 1, 3)
        + 0.265625f * StudentLoss(model.Forward(ones), model.Second(ones), 0.5f * ones, 3);
}

[Training]
public partial class PoissonKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * PoissonLoss(model.Vector(one), 2 * one)
        + 0.25f * PoissonLoss(model.Number(), 2 * 1)
        + 0.265625f * PoissonLoss(model.Forward(ones), 2 * ones);
}

[Training]
public partial class NegativeBinomialKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * NegativeBinomialLoss(model.Vector(one), model.SecondVector(one), 3 * one)
        + 0.25f * NegativeBinomialLoss(model.Number(), model.SecondNumber(), 3 * 1)
        + 0.265625f * NegativeBinomialLoss(model.Forward(ones), model.Second(ones), 3 * ones);
}

[Training]
public partial class NoCountsKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * NegativeBinomialLoss(model.Vector(one), model.SecondVector(one), 0 * one)
        + 0.25f * NegativeBinomialLoss(model.Number(), model.SecondNumber(), 0 * 1)
        + 0.265625f * NegativeBinomialLoss(model.Forward(ones), model.Second(ones), 0 * ones);
}

[Training]
public partial class QuantileKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * QuantileLoss(model.Vector(one), model.SecondVector(one), 0.25f)
        + 0.25f * QuantileLoss(model.Number(), model.SecondNumber(), 0.25f)
        + 0.265625f * QuantileLoss(model.Forward(ones), model.Second(ones), 0.25f);
}

[Training]
public partial class HuberKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * HuberLoss(model.Vector(one), model.SecondVector(one), 1.5f)
        + 0.25f * HuberLoss(model.Number(), model.SecondNumber(), 1.5f)
        + 0.265625f * HuberLoss(model.Forward(ones), model.Second(ones), 1.5f);
}

[Training]
public partial class RankingKink
{
    Point model;

    public Scalar Loss(Vec<Points> one, Seq<Points> ones) =>
        0.53125f * RankingLoss(model.Vector(one), model.SecondVector(one))
        + 0.25f * RankingLoss(model.Number(), model.SecondNumber())
        + 0.265625f * RankingLoss(model.Forward(ones), model.Second(ones));
}
