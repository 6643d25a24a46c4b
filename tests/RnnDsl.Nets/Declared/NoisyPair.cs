using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell of two states, with noise in its step.</summary>
[Cell]
public partial class NoisyPair<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wx;
    Mat<H, H> Wh;

    [State]
    Vec<H> h;

    [State]
    Vec<H> c;

    Vec<H> Step(Vec<X> x)
    {
        c = Tanh(Wx * Dropout(x, 0.3f) + 0.5f * c);
        h = Tanh(Wh * VariationalDropout(h, 0.25f) + c);
        return h;
    }
}
