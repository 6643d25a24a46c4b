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
    Mat<H, X> Wxh;
    Mat<H, H> Whh;
    Vec<H> bh;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        h = Sigmoid(Wxh * x + Whh * h + bh);
        return h;
    }
}
