using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The fast gated network: gate and candidate share their matrices, and two trained numbers bound the update. Kusupati, Singh,
/// Bhatia, Kumar, Jain and Varma 2018 (arXiv 1901.02358), section 3.2, with the authors' first values of the numbers.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class FastGrnn<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> W;
    Mat<H, H> U;
    Vec<H> bz, bh;
    [Init(1)] Scalar zeta;
    [Init(-4)] Scalar nu;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var a = W * x + U * h;
        var z = Sigmoid(a + bz);
        h = (Sigmoid(zeta) * (1 - z) + Sigmoid(nu)) * Tanh(a + bh) + z * h;
        return h;
    }
}
