using RnnDsl.Layers;
using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// <see cref="Lstm{X, H}"/> with layer normalization (Ba, Kiros and Hinton 2016, "Layer normalization", supplement, equations 20 to
/// 22), applied to each gate's sum of products and to the cell state in the output, as in TensorFlow's
/// LayerNormBasicLSTMCell. 1 is added to the forget gate, so that a new cell remembers.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class LayerNormLstm<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxi, Wxf, Wxo, Wxc;
    Mat<H, H> Whi, Whf, Who, Whc;
    LayerNorm<H> input, forget, output, candidate, cell;

    [State] Vec<H> h, c;

    Vec<H> Step(Vec<X> x)
    {
        var i = Sigmoid(input.Apply(Wxi * x + Whi * h));
        var f = Sigmoid(forget.Apply(Wxf * x + Whf * h) + 1);
        var o = Sigmoid(output.Apply(Wxo * x + Who * h));
        c = f * c + i * Tanh(candidate.Apply(Wxc * x + Whc * h));
        h = o * Tanh(cell.Apply(c));
        return h;
    }
}
