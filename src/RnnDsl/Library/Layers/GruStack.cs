using RnnDsl.Cells;

namespace RnnDsl.Layers;

/// <summary>
/// <see cref="Gru{X, H}"/> cells in a stack: each reads the outputs of the one below. As <see cref="LstmStack{X, H, Depth}"/>.
/// </summary>
/// <typeparam name="X">Names the size of the inputs.</typeparam>
/// <typeparam name="H">Names the size of each cell's states.</typeparam>
/// <typeparam name="Depth">Says how many cells there are: a dim with <c>[Dim(n)]</c>, whose number counts.</typeparam>
[Layer]
public partial class GruStack<X, H, Depth>
    where X : IDim
    where H : IDim
    where Depth : IDim
{
    Gru<X, H> first;

    [Count(nameof(Depth), plus: -1)]
    Gru<H, H>[] rest;

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
