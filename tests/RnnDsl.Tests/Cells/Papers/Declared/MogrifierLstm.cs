using static RnnDsl.Equations;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// An LSTM whose input and state gate each other in some rounds before each step. Melis, Kocisky and Blunsom 2020, "Mogrifier LSTM" (arXiv
/// 1909.01792), section 2, equations 1 and 2, with an even number of rounds.
/// </summary>
[Cell]
public partial class MogrifierLstm<X, H>
    where X : IDim
    where H : IDim
{
    [Count(2)]
    Mogrify<X, H>[] rounds;
    Mat<H, X> Wxf,
        Wxi,
        Wxj,
        Wxo;
    Mat<H, H> Whf,
        Whi,
        Whj,
        Who;
    Vec<H> bf,
        bi,
        bj,
        bo;

    [State]
    Vec<H> h,
        c;

    Vec<H> Step(Vec<X> x)
    {
        var gated = x;
        var before = h;
        foreach (var round in rounds)
        {
            (gated, before) = round.Apply(gated, before);
        }

        var f = Sigmoid(Wxf * gated + Whf * before + bf);
        var i = Sigmoid(Wxi * gated + Whi * before + bi);
        var j = Tanh(Wxj * gated + Whj * before + bj);
        var o = Sigmoid(Wxo * gated + Who * before + bo);
        c = f * c + i * j;
        h = o * Tanh(c);
        return h;
    }
}

/// <summary>Two rounds: the state gates the input, then the gated input the state.</summary>
[Layer]
public partial class Mogrify<X, H>
    where X : IDim
    where H : IDim
{
    Mat<X, H> Q;
    Mat<H, X> R;

    public (Vec<X> x, Vec<H> h) Apply(Vec<X> x, Vec<H> h)
    {
        var gated = 2 * Sigmoid(Q * h) * x;
        return (gated, 2 * Sigmoid(R * gated) * h);
    }
}
