using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Layers;

/// <summary>
/// Layer normalization (Ba, Kiros and Hinton 2016, "Layer normalization", equation 4): the elements of a vector are scaled to mean 0 and
/// variance 1, then a trained gain (initially 1) and bias (initially 0) apply. Use it between layers or inside cells. The variance is that of
/// all elements (divided by their number), and 1e-5 is added to it, as in PyTorch.
/// </summary>
/// <typeparam name="H">Names the size of the vector.</typeparam>
[Layer]
public partial class LayerNorm<H>
    where H : IDim
{
    [Init(1)]
    Vec<H> gain;
    Vec<H> bias;

    /// <summary>Normalizes a vector.</summary>
    public Vec<H> Apply(Vec<H> x)
    {
        var centred = x - Mean(x);
        var deviation = Sqrt(Mean(Square(centred)) + 1e-5f);
        return gain * (centred / deviation) + bias;
    }
}
