using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// A cell whose weights are expressions of parameters: an antisymmetric matrix with damping (Chang et al. 2019, equation 9), a product of
/// two factors, rows that are scaled, elementwise functions, and numbers that are trained or a setting.
/// </summary>
[Cell]
public partial class DerivedWeights<X, H>
    where X : IDim
    where H : IDim
{
    readonly float damping = 0.1f;

    Mat<H, H> W,
        A,
        M;
    Mat<H, X> U,
        F;
    Mat<X, H> P;
    Vec<H> gain,
        b;

    [Init(0.5)]
    Scalar rate;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var skew = W - Transpose(W) - damping * (Transpose(A) * A);
        var input = ScaleRows(Exp(gain), U) - F;
        var loop = Sigmoid(rate) * skew + U * P / 2;
        var z = Sigmoid(Transpose(skew) * h + Exp(-Square(A)) * h + F * P * h);
        h = (1 - z) * h + z * Tanh(loop * h + input * x + b);
        return h + Hadamard(Tanh(M), W - Softplus(A)) * h + (2 * F) * x;
    }
}
