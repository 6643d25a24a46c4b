using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell whose input and whose state are two vectors side by side.</summary>
[Cell]
public partial class Apart<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> W;

    [State]
    Vec<Cat<H, X>> z;

    Vec<H> Step(Vec<Cat<X, H>> input)
    {
        var (x, u) = Split(input);
        var (h, kept) = Split(z);
        var next = Tanh(W * (x + 0.5f * kept) + u * h);
        z = Concat(next, x);
        return next;
    }
}
