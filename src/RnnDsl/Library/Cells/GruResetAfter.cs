using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The gated recurrent unit with the reset gate after the recurrent product, so that one product serves all gates: the first
/// version of Cho et al. 2014 (arXiv 1406.1078v1), and the equations of PyTorch's and cuDNN's GRU, whose names these are:
/// <c>z</c> is how much of the state is kept. Where they add two biases, one is enough; <c>bhn</c> is separate because the
/// reset gate multiplies it.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class GruResetAfter<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxr, Wxz, Wxn;
    Mat<H, H> Whr, Whz, Whn;
    Vec<H> br, bz, bn, bhn;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var r = Sigmoid(Wxr * x + Whr * h + br);
        var z = Sigmoid(Wxz * x + Whz * h + bz);
        var n = Tanh(Wxn * x + bn + r * (Whn * h + bhn));
        h = (1 - z) * n + z * h;
        return h;
    }
}
