using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

[Training]
public partial class SoftmaxKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Vec<Classes> weights, Seq<Classes> ones) =>
        0.5f * Sum(weights * Softmax(model.Vector(one))) + 0.5f * Sum(Mean(weights * Softmax(model.Forward(ones))));
}

[Training]
public partial class LogSoftmaxKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Vec<Classes> weights, Seq<Classes> ones) =>
        0.5f * Sum(weights * LogSoftmax(model.Vector(one)))
        + 0.5f * Sum(Mean(weights * LogSoftmax(model.Forward(ones))));
}

[Training]
public partial class LargestKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Vec<Classes> weights, Seq<Classes> ones) =>
        0.5f * Sum(weights) * Max(model.Vector(one)) + 0.5f * Sum(weights * Max(model.Forward(ones)));
}

[Training]
public partial class CrossEntropyKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Vec<Classes> target, Seq<Classes> ones) =>
        0.5f * CrossEntropy(model.Vector(one), target) + 0.5f * CrossEntropy(model.Forward(ones), ones * target);
}

[Training]
public partial class TokenKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Token<Classes> label, Seq<Classes> ones, Tokens<Classes> labels) =>
        0.5f * CrossEntropy(model.Vector(one), label) + 0.5f * CrossEntropy(model.Forward(ones), labels);
}

[Training]
public partial class LikelihoodKink
{
    Logits model;

    public Scalar Loss(Vec<Classes> one, Token<Classes> label, Seq<Classes> ones, Tokens<Classes> labels) =>
        0.5f * NegativeLogLikelihood(model.Vector(one), label)
        + 0.5f * NegativeLogLikelihood(model.Forward(ones), labels);
}
