using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The simple recurrent network (<see cref="SimpleRnn{X, H}"/>) with a rectifier: Le, Jaitly and Hinton 2015, "A simple way to
/// initialize recurrent networks of rectified linear units". The paper starts <c>Whh</c> at the identity; here it starts orthogonal.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class ReluRnn<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh;
    Mat<H, H> Whh;
    Vec<H> bh;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        h = Relu(Wxh * x + Whh * h + bh);
        return h;
    }
}
