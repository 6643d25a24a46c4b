using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// Fast weights that are corrected by the delta rule: what a key reads before the step is replaced by the step's value. It reads the
/// matrix both ways, scales its rows and columns, and looks at its last result.
/// </summary>
[Cell]
public partial class DeltaRule<X, V, K>
    where X : IDim
    where V : IDim
    where K : IDim
{
    Mat<V, X> Wv;
    Mat<V, V> Wh;
    Mat<K, X> Wk;
    Vec<V> rows,
        rate;
    Vec<K> columns;

    [State]
    Mat<V, K> S;

    [State]
    Vec<V> h;

    Vec<V> Step(Vec<X> x)
    {
        var k = Key(x);
        var v = Wv * x + Wh * h;
        S = ScaleColumns(ScaleRows(Sigmoid(rows), S), Sigmoid(columns)) - Outer(Sigmoid(rate) * (S * k - v), k);
        var back = Transpose(S) * v;
        h = Tanh(S * (k + 0.5f * back) - Recall(Tanh(S), k));
        return h;
    }

    private Vec<K> Key(Vec<X> x)
    {
        var k = Wk * x;
        return k / Sqrt(Sum(k * k) + 0.1f);
    }

    private Vec<V> Recall(Mat<V, K> memory, Vec<K> key) => memory * key / (1 + SumOfSquares(memory));
}
