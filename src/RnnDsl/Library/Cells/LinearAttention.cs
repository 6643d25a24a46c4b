using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Cells;

/// <summary>
/// Attention whose weights are products of features of query and key, as a recurrent network: the memory is a sum of values under
/// keys. Katharopoulos, Vyas, Pappas and Fleuret 2020, "Transformers are RNNs" (arXiv 2006.16236), section 3.4, equations 16
/// to 20, with the features of equation 7.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="K">Names the size of keys and queries.</typeparam>
/// <typeparam name="V">Names the size of values, which is also that of the output.</typeparam>
[Cell]
public partial class LinearAttention<X, K, V>
    where X : IDim
    where K : IDim
    where V : IDim
{
    Mat<K, X> Wq, Wk;
    Mat<V, X> Wv;

    [State] Mat<V, K> S;
    [State] Vec<K> z;

    Vec<V> Step(Vec<X> x)
    {
        var q = Elu(Wq * x) + 1;
        var k = Elu(Wk * x) + 1;
        S = S + Outer(Wv * x, k);
        z = z + k;
        return S * q / Sum(z * q);
    }
}
