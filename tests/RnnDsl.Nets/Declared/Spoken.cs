using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Reads a token and a number a step, and says a number.</summary>
[Cell]
public partial class Spoken<V, H>
    where V : IDim
    where H : IDim
{
    Mat<V, H> table;
    Mat<H, V> W;
    Mat<H, H> U;
    Vec<H> said;

    [State]
    Vec<H> h;

    [State]
    Scalar loudness;

    Scalar Step(Token<V> word, Scalar weight)
    {
        h = Tanh(table[word] + W * (weight * OneHot(word)) + U * h + loudness * said);
        loudness = Sigmoid(weight * Sum(said * h) - loudness);
        return loudness + weight;
    }
}
