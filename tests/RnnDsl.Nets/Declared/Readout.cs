using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The equations with the output projection inside: a product after the state, which the loop does not depend on.</summary>
[Cell]
public partial class Readout<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh;
    Mat<H, H> Whh,
        Why;
    Vec<H> bh,
        by;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        h = Sigmoid(Wxh * x + Whh * h + bh);
        return Sigmoid(Why * h + by);
    }
}
