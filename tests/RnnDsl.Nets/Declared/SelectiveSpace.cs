using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// A selective state space (Gu and Dao 2023, "Mamba: linear-time sequence modeling with selective state spaces", equations 1 and 4): a row of
/// the state for each channel, which decays as a matrix of parameters and the step's size say.
/// </summary>
[Cell]
public partial class SelectiveSpace<X, D, N>
    where X : IDim
    where D : IDim
    where N : IDim
{
    Mat<D, X> Wd,
        Wu;
    Mat<N, X> Wb,
        Wc;
    Mat<D, N> A;
    Vec<D> bd,
        skip;

    [State]
    Mat<D, N> S;

    Vec<D> Step(Vec<X> x)
    {
        var u = Wu * x;
        var delta = Softplus(Wd * x + bd);
        S = Hadamard(Exp(-ScaleRows(delta, Exp(A))), S) + Outer(delta * u, Wb * x);
        return S * (Wc * x) + skip * u;
    }
}
