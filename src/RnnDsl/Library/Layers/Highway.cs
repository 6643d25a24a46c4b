using static RnnDsl.Equations;

namespace RnnDsl.Layers;

/// <summary>
/// A layer that carries a part of its input: Srivastava, Greff and Schmidhuber 2015 (arXiv 1505.00387), equation 3, with the
/// hyperbolic tangent. The gate starts mostly closed.
/// </summary>
/// <typeparam name="H">Names the size of the input and of the output.</typeparam>
[Layer]
public partial class Highway<H>
    where H : IDim
{
    Mat<H, H> Wh,
        Wt;
    Vec<H> bh;

    [Init(-2)]
    Vec<H> bt;

    /// <summary>The output for one input.</summary>
    public Vec<H> Apply(Vec<H> x)
    {
        var t = Sigmoid(Wt * x + bt);
        return t * Tanh(Wh * x + bh) + (1 - t) * x;
    }
}
