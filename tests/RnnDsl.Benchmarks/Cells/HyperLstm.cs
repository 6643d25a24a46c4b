using RnnDsl.Cells;

namespace RnnDsl.Benchmarks.Cells;

/// <summary>
/// An LSTM whose gates another LSTM scales at every step: Ha, Dai and Le 2016, "HyperNetworks" (arXiv 1609.09106), section 3.2, with a
/// hyper LSTM of the same size and scales that are elementwise.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the states, and of the output.</typeparam>
[Cell]
public partial class HyperLstm<X, H>
    where X : IDim
    where H : IDim
{
    Lstm<X, H> hyper;
    Mat<H, X> Wxi,
        Wxf,
        Wxo,
        Wxg;
    Mat<H, H> Whi,
        Whf,
        Who,
        Whg;
    Vec<H> di,
        df,
        dout,
        dg,
        bi,
        bf,
        bo,
        bg;

    [State]
    Vec<H> h,
        c;

    Vec<H> Step(Vec<X> x)
    {
        var z = hyper.Step(x);
        var i = Sigmoid(di * z * (Wxi * x + Whi * h) + bi);
        var f = Sigmoid(df * z * (Wxf * x + Whf * h) + bf);
        var o = Sigmoid(dout * z * (Wxo * x + Who * h) + bo);
        var g = Tanh(dg * z * (Wxg * x + Whg * h) + bg);
        c = f * c + i * g;
        h = o * Tanh(c);
        return h;
    }
}
