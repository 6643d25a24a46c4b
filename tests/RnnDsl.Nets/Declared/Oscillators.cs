using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// A network of damped oscillators, whose step of time, frequency and damping are settings (Rusch and Mishra 2021, "Coupled oscillatory
/// recurrent neural network (coRNN)", equation 3).
/// </summary>
[Cell]
public partial class Oscillators<X, H>
    where X : IDim
    where H : IDim
{
    readonly float dt = 0.25f,
        gamma;

    readonly float epsilon = 2 * 0.5f;

    Mat<H, X> V;
    Mat<H, H> W,
        Wz;
    Vec<H> b;

    [State]
    Vec<H> y,
        z;

    Vec<H> Step(Vec<X> x)
    {
        z = z + dt * (Tanh(W * y + Wz * z + V * x + b) - gamma * y - epsilon * z);
        y = y + dt * z;
        return y;
    }
}
