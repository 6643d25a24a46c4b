using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The gated recurrent unit with the reset gate before the recurrent product: Cho et al. 2014, "Learning phrase
/// representations using RNN encoder-decoder", section 2.3, with the update gate's sense of Chung et al. 2014, "Empirical
/// evaluation of gated recurrent neural networks on sequence modeling", section 3.2: <c>z</c> is how much of the state is new.
/// <see cref="GruResetAfter{X, H}"/> is what PyTorch and cuDNN call a GRU.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class Gru<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxz, Wxr, Wxh;
    Mat<H, H> Whz, Whr, Whh;
    Vec<H> bz, br, bh;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var z = Sigmoid(Wxz * x + Whz * h + bz);
        var r = Sigmoid(Wxr * x + Whr * h + br);
        h = (1 - z) * h + z * Tanh(Wxh * x + Whh * (r * h) + bh);
        return h;
    }
}
