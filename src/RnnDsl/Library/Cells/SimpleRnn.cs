using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The simple recurrent network of Elman 1990, "Finding structure in time", with tanh: Goodfellow, Bengio and Courville 2016,
/// section 10.2, equations 10.8 and 10.9. Its output is the state; <c>Why * h + by</c> is a
/// <see cref="Layers.Dense{X, Y}"/> on top. <see cref="ReluRnn{X, H}"/> and <see cref="SigmoidRnn{X, H}"/> are the same
/// equation with another activation.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class SimpleRnn<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh;
    Mat<H, H> Whh;
    Vec<H> bh;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        h = Tanh(Wxh * x + Whh * h + bh);
        return h;
    }
}
