using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A state that is not read until the next step, and a result that is no state.</summary>
[Cell]
public partial class Delayed<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh,
        Wxm;
    Mat<H, H> Whh,
        Wmh;
    Vec<H> b;

    [State]
    Vec<H> h,
        memory;

    Vec<H> Step(Vec<X> x)
    {
        h = Tanh(Wxh * x + Whh * h + Wmh * memory + b);
        memory = Wxm * x;
        return Square(h) + Exp(-h);
    }
}
