using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The minimal LSTM of "Were RNNs all we needed?": the gates depend on the input only, and are normalised to a sum of 1. Feng,
/// Tung, Ahmed, Bengio and Hajimirsadeghi 2024 (arXiv 2410.01201), section 3.2.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class MinLstm<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wf, Wi, Wh;
    [Init(1)] Vec<H> bf;
    Vec<H> bi, bh;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var f = Sigmoid(Wf * x + bf);
        var i = Sigmoid(Wi * x + bi);
        h = f / (f + i) * h + i / (f + i) * (Wh * x + bh);
        return h;
    }
}
