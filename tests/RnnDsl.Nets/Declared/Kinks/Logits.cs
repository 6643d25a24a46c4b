using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

/// <summary>A vector, alone and at every step of a sequence.</summary>
[Layer]
public partial class Logits
{
    Vec<Classes> v,
        s;

    public Seq<Classes> Forward(Seq<Classes> ones) => ones * s;

    public Vec<Classes> Vector(Vec<Classes> ones) => ones * v;
}
