using RnnDsl.Cells;

namespace RnnDsl.Layers;

/// <summary>
/// <see cref="Lstm{X, H}"/> cells in a stack: each reads the outputs of the one below. Graves, Mohamed and Hinton, "Speech
/// recognition with deep recurrent neural networks" (2013), section 2; PyTorch's <c>LSTM</c> with <c>num_layers</c>.
/// </summary>
/// <typeparam name="X">Names the size of the inputs.</typeparam>
/// <typeparam name="H">Names the size of each cell's states.</typeparam>
/// <typeparam name="Depth">Says how many cells there are: a dim with <c>[Dim(n)]</c>, whose number counts.</typeparam>
[Layer]
public partial class LstmStack<X, H, Depth>
    where X : IDim
    where H : IDim
    where Depth : IDim
{
    Lstm<X, H> first;

    [Count(nameof(Depth), plus: -1)]
    Lstm<H, H>[] rest;

    /// <summary>The outputs of the top cell, one a step.</summary>
    public Seq<H> Apply(Seq<X> xs)
    {
        var outputs = first.Scan(xs);
        foreach (var cell in rest)
        {
            outputs = cell.Scan(outputs);
        }

        return outputs;
    }
}
