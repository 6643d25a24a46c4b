using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// An LSTM with a forget gate only. Van der Westhuizen and Lasenby 2018, "The unreasonable effectiveness of the forget gate"
/// (arXiv 1804.04849), section 3, with its beta of 1: the input gets a little less than what the forget gate leaves of it.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class Janet<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxf, Wxc;
    Mat<H, H> Whf, Whc;
    [Init(1)] Vec<H> bf;
    Vec<H> bc;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var s = Wxf * x + Whf * h + bf;
        h = Sigmoid(s) * h + (1 - Sigmoid(s - 1)) * Tanh(Wxc * x + Whc * h + bc);
        return h;
    }
}
