using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

[Training]
public partial class SmoothedKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Token<Classes> label, Seq<Classes> ones, Tokens<Classes> labels) =>
        0.5f * SmoothedCrossEntropy(model.Vector(one), label, 0.25f)
        + 0.5f * SmoothedCrossEntropy(model.Forward(ones), labels, 0.25f);
}

[Training]
public partial class WeightedKink
{
    WeightedLogits model;

    public Scalar Loss(Vec<Classes> one, Token<Classes> label, Seq<Classes> ones, Tokens<Classes> labels) =>
        0.5f * model.Weighted(one, label) + 0.5f * model.WeightedSteps(ones, labels);
}

[Training]
public partial class FocalKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Token<Classes> label, Seq<Classes> ones, Tokens<Classes> labels) =>
        0.5f * FocalLoss(model.Vector(one), label, 2)
        + 0.5f * FocalLoss(Mean(model.Forward(ones)), label, 2)
        + 0 * CrossEntropy(model.Forward(ones), labels);
}

[Training]
public partial class FlatFocalKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Token<Classes> label, Seq<Classes> ones, Tokens<Classes> labels) =>
        0.5f * FocalLoss(model.Vector(one), label, 0.5f)
        + 0.5f * FocalLoss(Mean(model.Forward(ones)), label, 0.5f)
        + 0 * CrossEntropy(model.Forward(ones), labels);
}

[Training]
public partial class LogSumExpKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Vec<Classes> weights, Seq<Classes> ones) =>
        0.5f * Sum(weights) * LogSumExp(model.Vector(one))
        + 0.5f * Sum(weights * (LogSumExp(model.Forward(ones)) - Log(Length(ones))));
}

[Training]
public partial class SampledKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Vec<Classes> weights, Seq<Classes> ones) =>
        0.5f * SampledSoftmaxLoss(Sum(weights * model.Vector(one)), model.Vector(one))
        + 0.5f * SampledSoftmaxLoss(Sum(weights * Mean(model.Forward(ones))), Mean(model.Forward(ones)));
}

[Training]
public partial class MixtureKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Vec<Classes> weights, Seq<Classes> ones) =>
        0.5f * GaussianMixtureLoss(model.Vector(one), weights, 0.5f * weights, 0.375f)
        + 0.5f * GaussianMixtureLoss(weights, Mean(model.Forward(ones)), 0.5f * weights, 0.375f);
}
