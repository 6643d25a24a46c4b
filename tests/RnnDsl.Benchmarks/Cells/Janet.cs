namespace RnnDsl.Benchmarks.Cells;

/// <summary>
/// An LSTM that has a forget gate only: van der Westhuizen and Lasenby 2018, "The unreasonable effectiveness of the forget
/// gate", section 3. No library is known to have it.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state.</typeparam>
[Cell]
public partial class Janet<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxf,
        Wxc;
    Mat<H, H> Whf,
        Whc;
    Vec<H> bf,
        bc;

    [State]
    Vec<H> c;

    Vec<H> Step(Vec<X> x)
    {
        var s = Wxf * x + Whf * c + bf;
        // The input's share is smaller than what the forget gate leaves of it, by the paper's beta of 1.
        c = Sigmoid(s) * c + (1 - Sigmoid(s - 1)) * Tanh(Wxc * x + Whc * c + bc);
        return c;
    }
}
