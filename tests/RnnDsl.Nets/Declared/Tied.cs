using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Weights that a step uses twice, on different operands.</summary>
[Cell]
public partial class Tied<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh;
    Mat<H, H> Whh;
    Vec<H> b;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var first = Tanh(Wxh * x + Whh * h + b);
        h = Tanh(Whh * first + b);
        return h;
    }
}
