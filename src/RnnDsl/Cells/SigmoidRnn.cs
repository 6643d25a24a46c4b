using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The simple recurrent network (<see cref="SimpleRnn{X, H}"/>) with the logistic function, as Elman 1990, "Finding structure
/// in time", used it.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class SigmoidRnn<X, H>
    where X : IDim
    where H : IDim
{
    private Mat<H, X> Wxh;
    private Mat<H, H> Whh;
    private Vec<H> bh;

    [State]
    private Vec<H> h;

    private Vec<H> Step(Vec<X> x)
    {
        h = Sigmoid(Wxh * x + Whh * h + bh);
        return h;
    }
}
