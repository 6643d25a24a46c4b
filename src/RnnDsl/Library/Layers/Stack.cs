namespace RnnDsl.Layers;

/// <summary>
/// Cells in a stack: each reads the outputs of the one below. Graves, Mohamed and Hinton, "Speech
/// recognition with deep recurrent neural networks" (2013), section 2; PyTorch's <c>num_layers</c>.
/// </summary>
/// <typeparam name="TFirst">The lowest cell, which reads the inputs: <c>Lstm&lt;X, H&gt;</c>, or one of your own.</typeparam>
/// <typeparam name="TCell">The others, which read the cell below: <c>Lstm&lt;H, H&gt;</c>.</typeparam>
/// <typeparam name="X">Names the size of the inputs.</typeparam>
/// <typeparam name="H">Names the size of what each cell returns.</typeparam>
/// <typeparam name="Depth">Says how many cells there are: a dim with <c>[Dim(n)]</c>, whose number counts.</typeparam>
[Layer]
public partial class Stack<TFirst, TCell, X, H, Depth>
    where TFirst : ICell<X, H>
    where TCell : ICell<H, H>
    where X : IDim
    where H : IDim
    where Depth : IDim
{
    TFirst first;

    [Count(nameof(Depth), plus: -1)]
    TCell[] rest;

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
