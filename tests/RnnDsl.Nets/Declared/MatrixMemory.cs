using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The memory of xLSTM: a matrix of values by keys, with a gate for what is kept and one for what is added.</summary>
[Cell]
public partial class MatrixMemory<X, V, K>
    where X : IDim
    where V : IDim
    where K : IDim
{
    Mat<V, X> Wv,
        Wo;
    Mat<K, X> Wk,
        Wq;
    Vec<X> wi,
        wf;
    Vec<K> bk;

    [State]
    Mat<V, K> C;

    [State]
    Vec<K> n;

    Vec<V> Step(Vec<X> x)
    {
        var i = Sigmoid(Sum(wi * x));
        var f = Sigmoid(Sum(wf * x) + 1);
        var k = Wk * x + bk;
        C = f * C + i * Outer(Wv * x, k);
        n = f * n + i * k;
        var q = Wq * x;
        return Sigmoid(Wo * x) * (C * q) / Max(Abs(Sum(n * q)), 1);
    }
}
