using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// An LSTM whose recurrent matrix depends on the input, in factors. Krause, Lu, Murray and Renals 2016 (arXiv 1609.07959),
/// section 3, equations 9 to 14.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class MultiplicativeLstm<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxm, Wxh, Wxi, Wxf, Wxo;
    Mat<H, H> Whm, Wmh, Wmi, Wmf, Wmo;
    Vec<H> bh, bi, bo;
    [Init(1)] Vec<H> bf;

    [State] Vec<H> h, c;

    Vec<H> Step(Vec<X> x)
    {
        var m = Wxm * x * (Whm * h);
        var i = Sigmoid(Wxi * x + Wmi * m + bi);
        var f = Sigmoid(Wxf * x + Wmf * m + bf);
        var o = Sigmoid(Wxo * x + Wmo * m + bo);
        c = f * c + i * Tanh(Wxh * x + Wmh * m + bh);
        h = o * Tanh(c);
        return h;
    }
}
