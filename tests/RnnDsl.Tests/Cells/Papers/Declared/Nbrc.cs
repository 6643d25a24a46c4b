using static RnnDsl.Equations;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// The neuromodulated bistable cell: where <c>a</c> exceeds 1 a neuron has two stable states, and so a memory that never fades. Vecoven,
/// Ernst and Drion 2021, "A bio-inspired bistable recurrent cell allows for long-lasting memory" (arXiv 2006.05252), the nBRC.
/// </summary>
[Cell]
public partial class Nbrc<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> U,
        Ua,
        Uc;
    Mat<H, H> Wa,
        Wc;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var a = 1 + Tanh(Ua * x + Wa * h);
        var c = Sigmoid(Uc * x + Wc * h);
        h = c * h + (1 - c) * Tanh(U * x + a * h);
        return h;
    }
}
