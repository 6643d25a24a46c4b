using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// A unit with three inputs a step: what was measured, how far to trust each number, and the time since the step before, in which the
/// state decays (Che et al. 2018, "Recurrent neural networks for multivariate time series with missing values", equations 10 to 14).
/// </summary>
[Cell]
public partial class Decaying<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wz,
        Wh,
        Vz,
        Vh;
    Mat<H, H> Uz,
        Uh;
    Vec<H> rate,
        bz,
        bh;
    Vec<X> mean;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x, Vec<X> mask, Scalar gap)
    {
        var kept = Exp(-Softplus(gap * rate)) * h;
        var seen = mask * x + (1 - mask) * mean;
        var z = Sigmoid(Wz * seen + Uz * kept + Vz * mask + bz);
        h = (1 - z) * kept + z * Tanh(Wh * seen + Uh * kept + Vh * mask + gap * bh);
        return h;
    }
}
