using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

/// <summary>A vector, alone and at every step of a sequence, and the weights of the classes.</summary>
[Layer]
public partial class WeightedLogits
{
    Vec<Classes> v,
        s;

    [Constant, Init(nameof(Weigh))]
    Vec<Classes> weights;

    public Seq<Classes> Forward(Seq<Classes> ones) => ones * s;

    public Vec<Classes> Vector(Vec<Classes> ones) => ones * v;

    public Scalar Weighted(Vec<Classes> ones, Token<Classes> label) =>
        WeightedCrossEntropy(Vector(ones), label, weights);

    public Scalar WeightedSteps(Seq<Classes> ones, Tokens<Classes> labels) =>
        WeightedCrossEntropy(Forward(ones), labels, weights);

    // Class 0 is ignored.
    static float[] Weigh(int size) => [.. Enumerable.Range(0, size).Select(i => 0.5f * i)];
}
