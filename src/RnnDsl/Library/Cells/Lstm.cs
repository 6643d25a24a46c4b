using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// Long short-term memory: Hochreiter and Schmidhuber 1997, "Long short-term memory", section 4, with the forget gate of Gers,
/// Schmidhuber and Cummins 2000, "Learning to forget", section 3. The forget gate's bias starts at 1, as Jozefowicz, Zaremba
/// and Sutskever 2015 advise ("An empirical exploration of recurrent network architectures"), so that a new cell remembers.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class Lstm<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxi, Wxf, Wxo, Wxc;
    Mat<H, H> Whi, Whf, Who, Whc;
    [Init(1)] Vec<H> bf;
    Vec<H> bi, bo, bc;

    [State] Vec<H> h, c;

    Vec<H> Step(Vec<X> x)
    {
        var i = Sigmoid(Wxi * x + Whi * h + bi);
        var f = Sigmoid(Wxf * x + Whf * h + bf);
        var o = Sigmoid(Wxo * x + Who * h + bo);
        c = f * c + i * Tanh(Wxc * x + Whc * h + bc);
        h = o * Tanh(c);
        return h;
    }
}
