using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Cells;

/// <summary>
/// The LSTM of xLSTM with a matrix as its memory: it stores values under keys, and reads with a query. Beck, Poeppel, Spanring,
/// Auer, Prudnikova, Kopp, Klambauer, Brandstetter and Hochreiter 2024 (arXiv 2405.04517), section 2.3, equations 19 to 27, with
/// the stabiliser <c>m</c> of equations 15 to 17, which cancels in the output. The forget gate is the sigmoid.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="K">Names the size of keys and queries.</typeparam>
/// <typeparam name="V">Names the size of values, which is also that of the output.</typeparam>
[Cell]
public partial class MLstm<X, K, V>
    where X : IDim
    where K : IDim
    where V : IDim
{
    Mat<K, X> Wq, Wk;
    Mat<V, X> Wv, Wo;
    Vec<K> bq, bk;
    Vec<V> bv, bo;
    [Init(Initializer.Uniform, 0.1)] Vec<X> wi, wf;
    Scalar bi;
    [Init(1)] Scalar bf;

    [State] Mat<V, K> C;
    [State] Vec<K> n;
    [State] Scalar m;

    Vec<V> Step(Vec<X> x)
    {
        var q = Wq * x + bq;
        var k = Wk * x / Sqrt(Size(n)) + bk;
        var v = Wv * x + bv;
        var o = Sigmoid(Wo * x + bo);
        var logInput = Sum(wi * x) + bi;
        var logForget = LogSigmoid(Sum(wf * x) + bf);
        var most = Max(logForget + m, logInput);
        var i = Exp(logInput - most);
        var f = Exp(logForget + m - most);
        C = f * C + i * Outer(v, k);
        n = f * n + i * k;
        m = most;
        return o * (C * q) / Max(Abs(Sum(n * q)), Exp(-most));
    }
}
