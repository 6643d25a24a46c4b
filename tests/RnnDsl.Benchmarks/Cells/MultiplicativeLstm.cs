namespace RnnDsl.Benchmarks.Cells;

/// <summary>
/// An LSTM whose gates see a product of the input and the state: Krause, Lu, Murray and Renals 2016, "Multiplicative LSTM for
/// sequence modelling", section 3. Its two stages depend on each other. No library is known to have it.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state.</typeparam>
[Cell]
public partial class MultiplicativeLstm<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxm,
        Wxi,
        Wxf,
        Wxo,
        Wxc;
    Mat<H, H> Whm,
        Wmi,
        Wmf,
        Wmo,
        Wmc;
    Vec<H> bi,
        bf,
        bo,
        bc;

    [State]
    Vec<H> h,
        c;

    Vec<H> Step(Vec<X> x)
    {
        var m = (Wxm * x) * (Whm * h);
        var i = Sigmoid(Wxi * x + Wmi * m + bi);
        var f = Sigmoid(Wxf * x + Wmf * m + bf);
        var o = Sigmoid(Wxo * x + Wmo * m + bo);
        c = f * c + i * Tanh(Wxc * x + Wmc * m + bc);
        h = o * Tanh(c);
        return h;
    }
}
