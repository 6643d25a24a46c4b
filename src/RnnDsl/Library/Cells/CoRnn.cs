using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// Coupled oscillators, driven by the input and damped: gradients neither vanish nor explode with the right settings. Rusch and
/// Mishra 2021 (arXiv 2010.00951), equation 3, with the velocity of the step before in the damping. <c>dt</c> is the step of time,
/// <c>gamma</c> the frequency and <c>epsilon</c> the damping of each oscillator.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class CoRnn<X, H>
    where X : IDim
    where H : IDim
{
    readonly float dt = 0.042f, gamma = 2.7f, epsilon = 4.7f;

    Mat<H, X> V;
    Mat<H, H> W, Wz;
    Vec<H> b;

    [State] Vec<H> y, z;

    Vec<H> Step(Vec<X> x)
    {
        z = z + dt * (Tanh(W * y + Wz * z + V * x + b) - gamma * y - epsilon * z);
        y = y + dt * z;
        return y;
    }
}
