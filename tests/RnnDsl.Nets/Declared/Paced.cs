using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell that runs another twice a step, and reads its states as they were two and three steps ago.</summary>
[Cell]
public partial class Paced<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh;
    Mat<H, H> Whh;
    Vec<H> b;
    FastSlow<X, H> fast;

    [State(Delay = 3)]
    Vec<H> h;

    [State(Delay = 2)]
    Scalar level;

    Vec<H> Step(Vec<X> x)
    {
        var y = fast.Step(x);
        var before = level;
        level = Tanh(Sum(y) - 0.5f * level);
        h = Tanh(Wxh * x + Whh * h + before * fast.Step(-0.5f * x) + b);
        return h + level * y;
    }
}
