using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A layer with noise in it: on a sequence each step drops other elements, of the weights' vector too.</summary>
[Layer]
public partial class NoisyDense<X, Y>
    where X : IDim
    where Y : IDim
{
    Mat<Y, X> W;
    Vec<Y> b;

    public Vec<Y> Apply(Vec<X> x) => Tanh(Dropout(W * x, 0.2f) + Dropout(b, 0.4f));
}
