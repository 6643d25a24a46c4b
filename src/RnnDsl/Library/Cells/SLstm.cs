using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Cells;

/// <summary>
/// The LSTM of xLSTM with exponential gates and a normaliser. Beck, Poeppel, Spanring, Auer, Prudnikova, Kopp, Klambauer,
/// Brandstetter and Hochreiter 2024 (arXiv 2405.04517), section 2.2, equations 8 to 17: <c>m</c> keeps the exponentials in
/// range, and cancels in the output. The forget gate is the sigmoid, which the paper allows.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class SLstm<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wz, Wi, Wf, Wo;
    Mat<H, H> Rz, Ri, Rf, Ro;
    Vec<H> bz, bi, bo;
    [Init(1)] Vec<H> bf;

    [State] Vec<H> h, c, n, m;

    Vec<H> Step(Vec<X> x)
    {
        var z = Tanh(Wz * x + Rz * h + bz);
        var o = Sigmoid(Wo * x + Ro * h + bo);
        var logInput = Wi * x + Ri * h + bi;
        var logForget = LogSigmoid(Wf * x + Rf * h + bf);
        var most = Max(logForget + m, logInput);
        var i = Exp(logInput - most);
        var f = Exp(logForget + m - most);
        c = f * c + i * z;
        n = f * n + i;
        m = most;
        h = o * (c / n);
        return h;
    }
}
