using static RnnDsl.Equations;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// The liquid time-constant network, with one step of the fused solver for each input. Hasani, Lechner, Amini, Rus and Grosu 2021, "Liquid
/// time-constant networks" (arXiv 2006.04439), equations 1 and 3. The paper's f is a layer of sigmoids here, times
/// <c>Softplus(gain)</c>, one number that the paper lacks, and the time constants are <c>Softplus(tau)</c>.
/// </summary>
[Cell]
public partial class LiquidCell<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> gammaX;
    Mat<H, H> gammaH;
    Vec<H> mu,
        A;

    [Init(1)]
    Vec<H> tau;

    [Init(1)]
    Scalar gain;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x, Scalar gap)
    {
        var f = Softplus(gain) * Sigmoid(gammaH * h + gammaX * x + mu);
        h = (h + gap * f * A) / (1 + gap * (1 / Softplus(tau) + f));
        return h;
    }
}
