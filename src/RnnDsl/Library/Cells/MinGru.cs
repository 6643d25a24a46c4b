using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The minimal gated unit of "Were RNNs all we needed?": gate and candidate depend on the input only, so that the state is a
/// linear recurrence. Feng, Tung, Ahmed, Bengio and Hajimirsadeghi 2024 (arXiv 2410.01201), section 3.1.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class MinGru<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wz, Wh;
    Vec<H> bz, bh;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var z = Sigmoid(Wz * x + bz);
        h = (1 - z) * h + z * (Wh * x + bh);
        return h;
    }
}
