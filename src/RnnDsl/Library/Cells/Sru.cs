using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The simple recurrent unit: light recurrence, and a highway from the input. Lei, Zhang, Wang, Dai and Artzi 2018
/// (arXiv 1709.02755), equations 1 to 4. The highway has a matrix, as in the authors' implementation where the sizes of input
/// and state differ.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class Sru<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> W, Wf, Wr, Wskip;
    Vec<H> vf, vr, bf, br;

    [State] Vec<H> c;

    Vec<H> Step(Vec<X> x)
    {
        var f = Sigmoid(Wf * x + vf * c + bf);
        var r = Sigmoid(Wr * x + vr * c + br);
        c = f * c + (1 - f) * (W * x);
        return r * c + (1 - r) * (Wskip * x);
    }
}
