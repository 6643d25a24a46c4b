using RnnDsl.Cells;
using static RnnDsl.Equations;

namespace RnnDsl.Layers;

/// <summary>
/// Two <see cref="Lstm{X, H}"/>, one of which reads the sequence from its end: each step sees the past and the future.
/// Schuster and Paliwal, "Bidirectional recurrent neural networks" (1997), section III.
/// </summary>
/// <typeparam name="X">Names the size of the inputs.</typeparam>
/// <typeparam name="H">Names the size of each of the two states.</typeparam>
[Layer]
public partial class BidirectionalLstm<X, H>
    where X : IDim
    where H : IDim
{
    Lstm<X, H> forward,
        backward;

    /// <summary>The concatenated outputs of both at each step, the forward cell's first.</summary>
    public Seq<Cat<H, H>> Apply(Seq<X> xs) => Concat(forward.Scan(xs), Reverse(backward.Scan(Reverse(xs))));

    /// <summary>
    /// The concatenated final states: the forward cell's at the last step, and the backward
    /// cell's at the first step. At the last step of <see cref="Apply(Seq{X})"/> the backward cell has seen one step only.
    /// </summary>
    public Vec<Cat<H, H>> Final(Seq<X> xs) => Concat(forward.Scan(xs).Last, backward.Scan(Reverse(xs)).Last);
}
