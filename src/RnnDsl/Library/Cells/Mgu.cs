using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The minimal gated unit: a GRU whose two gates are one. Zhou, Wu, Zhang and Zhou 2016 (arXiv 1603.09420), section 3,
/// equations 7.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class Mgu<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxf, Wxh;
    Mat<H, H> Whf, Whh;
    [Init(1)] Vec<H> bf;
    Vec<H> bh;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var f = Sigmoid(Wxf * x + Whf * h + bf);
        h = (1 - f) * h + f * Tanh(Wxh * x + Whh * (f * h) + bh);
        return h;
    }
}
