using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A product of products: two more stages after the first.</summary>
[Cell]
public partial class Products<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wx;
    Mat<H, H> U,
        V,
        W;
    Vec<H> b;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var inner = U * h;
        h = Tanh(Wx * x + V * (inner * Sigmoid(W * inner)) + b);
        return h;
    }
}
