using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// One matrix for both equations, and two trained numbers that say how much of the new state and of the old one stays (Kusupati et al.
/// 2018, "FastGRNN: a fast, accurate, stable and tiny kilobyte sized gated recurrent neural network", section 3.2).
/// </summary>
[Cell]
public partial class FastGated<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> W;
    Mat<H, H> U;
    Vec<H> bz,
        bh;

    [Init(1)]
    Scalar zeta;

    [Init(-4)]
    Scalar nu;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var sum = W * x + U * h;
        var z = Sigmoid(sum + bz);
        h = (Sigmoid(zeta) * (1 - z) + Sigmoid(nu)) * Tanh(sum + bh) + z * h;
        return h;
    }
}
