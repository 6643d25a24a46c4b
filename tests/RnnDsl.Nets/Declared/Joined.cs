using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The Elman network as it is often taught: one matrix for the input and the state side by side; with a second state.</summary>
[Cell]
public partial class Joined<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, Cat<X, H>> Wh;
    Mat<Cat<H, H>, Cat<H, X>> Wz;
    Vec<Cat<H, H>> bz;
    Vec<H> bh;

    [State]
    Vec<H> h;

    [State]
    Vec<Cat<H, H>> z;

    Vec<Cat<H, H>> Step(Vec<X> x)
    {
        h = Tanh(Wh * Concat(x, h) + bh);
        z = Sigmoid(Wz * Concat(h, x) + bz) * z + Concat(h, h * h);
        return z;
    }
}
