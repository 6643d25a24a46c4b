using RnnDsl.Layers;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The result of a layer that is generic over its dim, taken apart: a gate and what it lets through.</summary>
[Layer]
public partial class SplitResult
{
    Dense<Features, Cat<Units, Cat<Features, Units>>> dense;
    Mat<Units, Features> W;

    public Vec<Units> Apply(Vec<Features> x)
    {
        var (gate, rest) = Split(dense.Apply(x));
        var (middle, value) = Split(rest);
        return gate * value + W * middle;
    }
}
