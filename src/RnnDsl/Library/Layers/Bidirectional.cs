using static RnnDsl.Equations;

namespace RnnDsl.Layers;

/// <summary>
/// Two cells, one of which reads the sequence from its end: each step sees the past and the future.
/// Schuster and Paliwal, "Bidirectional recurrent neural networks" (1997), section III.
/// </summary>
/// <typeparam name="TCell">The cell: <c>Lstm&lt;X, H&gt;</c>, or one of your own.</typeparam>
/// <typeparam name="X">Names the size of the inputs.</typeparam>
/// <typeparam name="H">Names the size of what each cell returns.</typeparam>
[Layer]
public partial class Bidirectional<TCell, X, H>
    where TCell : ICell<X, H>
    where X : IDim
    where H : IDim
{
    TCell forward,
        backward;

    /// <summary>The concatenated outputs of both at each step, the forward cell's first.</summary>
    public Seq<Cat<H, H>> Apply(Seq<X> xs) => Concat(forward.Scan(xs), Reverse(backward.Scan(Reverse(xs))));

    /// <summary>
    /// The concatenated outputs after all steps: the forward cell's at the last step, and the backward
    /// cell's at the first step. At the last step of <see cref="Apply(Seq{X})"/> the backward cell has seen one step only.
    /// </summary>
    public Vec<Cat<H, H>> Final(Seq<X> xs) => Concat(forward.Scan(xs).Last, backward.Scan(Reverse(xs)).Last);
}
