using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A layer with two results.</summary>
[Layer]
public partial class Gaussian<X, Y>
    where X : IDim
    where Y : IDim
{
    Mat<Y, X> Wm,
        Ws;
    Vec<Y> bm,
        bs;

    public (Vec<Y> mean, Vec<Y> scale) Apply(Vec<X> x) => (Wm * x + bm, Softplus(Ws * x + bs));
}
