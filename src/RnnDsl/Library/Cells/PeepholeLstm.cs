using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// Long short-term memory with peephole connections from the cell to the gates: Gers, Schraudolph and Schmidhuber 2002,
/// "Learning precise timing with LSTM recurrent networks", section 3, in the form of Graves 2013, "Generating sequences with recurrent
/// neural networks", equations 7 to 11: the input and forget gates see the cell of the previous step, the output gate that of this
/// step, each through a diagonal matrix, which is stored as the vector of its diagonal.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class PeepholeLstm<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxi, Wxf, Wxo, Wxc;
    Mat<H, H> Whi, Whf, Who, Whc;
    Vec<H> wci, wcf, wco;
    [Init(1)] Vec<H> bf;
    Vec<H> bi, bo, bc;

    [State] Vec<H> h, c;

    Vec<H> Step(Vec<X> x)
    {
        var i = Sigmoid(Wxi * x + Whi * h + wci * c + bi);
        var f = Sigmoid(Wxf * x + Whf * h + wcf * c + bf);
        c = f * c + i * Tanh(Wxc * x + Whc * h + bc);
        var o = Sigmoid(Wxo * x + Who * h + wco * c + bo);
        h = o * Tanh(c);
        return h;
    }
}
