namespace RnnDsl.Benchmarks.Cells;

/// <summary>
/// A head of the mLSTM: a matrix of values by keys as its state (Beck et al. 2024, "xLSTM: extended long short-term memory", section 2.3),
/// with a sigmoid for the input gate, which needs no stabilizer.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of values and keys.</typeparam>
[Cell]
public partial class MatrixMemory<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wq,
        Wk,
        Wv,
        Wo;
    Vec<H> bk,
        bo;
    Vec<X> wi,
        wf;

    [State]
    Mat<H, H> C;

    [State]
    Vec<H> n;

    Vec<H> Step(Vec<X> x)
    {
        var i = Sigmoid(Sum(wi * x));
        var f = Sigmoid(Sum(wf * x) + 1);
        var k = Wk * x + bk;
        C = f * C + Outer(i * (Wv * x), k);
        n = f * n + i * k;
        var q = Wq * x;
        return Sigmoid(Wo * x + bo) * (C * q) / Max(Abs(Sum(n * q)), 1);
    }
}
