using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Cells;

/// <summary>
/// Linear attention that replaces what its memory has under a key, by the delta rule. Schlag, Irie and Schmidhuber 2021
/// (arXiv 2102.11174), section 4.2, equations 24 and 25; keys and queries of length 1 as in Yang, Wang, Zhang, Shen and Kim 2024
/// (arXiv 2406.06484), section 3.3.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="K">Names the size of keys and queries.</typeparam>
/// <typeparam name="V">Names the size of values, which is also that of the output.</typeparam>
[Cell]
public partial class DeltaNet<X, K, V>
    where X : IDim
    where K : IDim
    where V : IDim
{
    Mat<K, X> Wq, Wk;
    Mat<V, X> Wv;
    [Init(Initializer.Uniform, 0.1)] Vec<X> wb;

    [State] Mat<V, K> S;

    Vec<V> Step(Vec<X> x)
    {
        var query = Silu(Wq * x);
        var key = Silu(Wk * x);
        var q = query / Sqrt(Sum(Square(query)) + 1e-6f);
        var k = key / Sqrt(Sum(Square(key)) + 1e-6f);
        S = S + Sigmoid(Sum(wb * x)) * Outer(Wv * x - S * k, k);
        return S * q;
    }
}
