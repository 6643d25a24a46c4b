using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The update gate network: a simple RNN with one gate that keeps the state. Collins, Sohl-Dickstein and Sussillo 2017
/// (arXiv 1611.09913), section 2.1, equations 4 to 6.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class UgRnn<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxc, Wxg;
    Mat<H, H> Whc, Whg;
    Vec<H> bc;
    [Init(1)] Vec<H> bg;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var g = Sigmoid(Wxg * x + Whg * h + bg);
        h = g * h + (1 - g) * Tanh(Wxc * x + Whc * h + bc);
        return h;
    }
}
