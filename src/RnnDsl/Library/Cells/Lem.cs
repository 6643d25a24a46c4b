using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// Long expressive memory: two states with steps of time of their units, which the network learns. Rusch, Mishra, Erichson and
/// Mahoney 2022 (arXiv 2110.04744), equation 3. <c>dt</c> bounds the steps.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class Lem<X, H>
    where X : IDim
    where H : IDim
{
    readonly float dt = 1;

    Mat<H, X> V1, V2, Vz, Vy;
    Mat<H, H> W1, W2, Wz, Wy;
    Vec<H> b1, b2, bz, by;

    [State] Vec<H> y, z;

    Vec<H> Step(Vec<X> x)
    {
        var slow = dt * Sigmoid(W1 * y + V1 * x + b1);
        var fast = dt * Sigmoid(W2 * y + V2 * x + b2);
        z = (1 - slow) * z + slow * Tanh(Wz * y + Vz * x + bz);
        y = (1 - fast) * y + fast * Tanh(Wy * z + Vy * x + by);
        return y;
    }
}
