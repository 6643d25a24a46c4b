using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Every noise that a cell can have: of its input, the same at all steps of its state, and of what it keeps.</summary>
[Cell]
public partial class NoisyRnn<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh;
    Mat<H, H> Whh;
    Vec<H> bh;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var next = Tanh(Wxh * Dropout(x, 0.2f) + Whh * VariationalDropout(h, 0.25f) + bh);
        h = Zoneout(next, h, 0.15f);
        return h;
    }
}
