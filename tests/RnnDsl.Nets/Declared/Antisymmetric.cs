using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// An antisymmetric cell (Chang et al. 2019, "AntisymmetricRNN: a dynamical system view on recurrent neural networks", equation 9) with more
/// expressions of parameters: a weight norm, a scaled sum, and matrices of which only the elements are known when a step runs.
/// </summary>
[Cell]
public partial class Antisymmetric<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, H> W,
        V,
        A;
    Mat<H, X> Vx,
        Ux;
    Vec<H> b,
        gain;
    Vec<X> scale;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var skew = W - Transpose(W);
        var input = ScaleColumns(0.5f * (Vx + Ux), scale) - ScaleRows(gain, Vx);
        var z = Sigmoid((skew - 0.1f * V) * h + input * x + b);
        var damped = Hadamard(Sigmoid(A), V);
        h = h + 0.3f * z * Tanh(skew * h - V / 2 * h + Mix(-V, h) + damped * h);
        return h;
    }

    private Vec<H> Mix(Mat<H, H> matrix, Vec<H> y) => Transpose(matrix + A) * y;
}
