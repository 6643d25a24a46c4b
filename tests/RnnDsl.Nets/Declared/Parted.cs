using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell of one product, whose result is taken apart into gates; its output and its memory are one state.</summary>
[Cell]
public partial class Parted<X, H>
    where X : IDim
    where H : IDim
{
    Mat<Cat<H, Cat<H, H>>, Cat<X, H>> W;
    Vec<Cat<H, Cat<H, H>>> b;

    [State]
    Vec<Cat<H, H>> z;

    Vec<Cat<H, H>> Step(Vec<X> x)
    {
        var (h, c) = Split(z);
        var gates = W * Concat(x, h) + b;
        var (i, f) = Split(Split(gates).Second);
        var next = Sigmoid(f) * c + Sigmoid(i) * Tanh(First(gates));
        z = Concat(Tanh(next), next);
        return z;
    }
}
