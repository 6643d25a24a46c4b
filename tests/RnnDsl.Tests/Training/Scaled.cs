using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>A layer that gives zeros at the start.</summary>
[Layer]
public partial class Scaled
{
    Vec<Features> w;

    public Vec<Features> Apply(Vec<Features> x) => w * x;
}
