using RnnDsl.Cells;
using static RnnDsl.Equations;

namespace RnnDsl.Layers;

/// <summary>
/// Two <see cref="Lstm{X, H}"/>, one of which reads the sequence from its end: each step knows what comes before it and what follows.
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

    /// <summary>The outputs of both at each step, side by side: first those of the one that reads from the beginning.</summary>
    public Seq<Cat<H, H>> Apply(Seq<X> xs) => Concat(forward.Scan(xs), Reverse(backward.Scan(Reverse(xs))));

    /// <summary>
    /// What both know of the whole sequence, side by side: the last output of the one that reads from the beginning, and that of the
    /// other, which stands at the first step. At the last step of <see cref="Apply(Seq{X})"/> the other has seen one step only.
    /// </summary>
    public Vec<Cat<H, H>> Final(Seq<X> xs) => Concat(forward.Scan(xs).Last, backward.Scan(Reverse(xs)).Last);
}
