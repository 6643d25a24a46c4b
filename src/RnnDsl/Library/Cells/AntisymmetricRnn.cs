using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// A step of Euler's method for a differential equation whose matrix is antisymmetric, so that gradients neither vanish nor explode.
/// Chang, Chen, Haber and Chi 2019, "AntisymmetricRNN: a dynamical system view on recurrent neural networks" (arXiv 1902.09689):
/// the cell without gates. <c>epsilon</c> is the step of time, and <c>gamma</c> the diffusion that keeps Euler's method stable.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class AntisymmetricRnn<X, H>
    where X : IDim
    where H : IDim
{
    readonly float epsilon = 0.01f, gamma = 0.01f;

    Mat<H, X> V;
    Mat<H, H> W;
    Vec<H> b;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        h = h + epsilon * Tanh((W - Transpose(W)) * h - gamma * h + V * x + b);
        return h;
    }
}
