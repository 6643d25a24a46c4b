using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell that reads the matrix of the step before with what it read of the new one: no step may overwrite it.</summary>
[Cell]
public partial class OldMemory<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> W,
        V;
    Scalar keep;

    [State]
    Mat<H, H> C;

    Vec<H> Step(Vec<X> x)
    {
        var old = C;
        var k = Tanh(W * x);
        C = Sigmoid(keep) * C + Outer(V * x, k);
        var read = Tanh(C * k);
        return old * read + read;
    }
}
