using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// The structurally constrained network: a slow state, whose matrix is a number, holds the topic of a text. Mikolov, Joulin, Chopra,
/// Mathieu and Ranzato 2014, "Learning longer memory in recurrent neural networks" (arXiv 1412.7753).
/// </summary>
[Cell]
public partial class Scrn<V, H, S>
    where V : IDim
    where H : IDim
    where S : IDim
{
    readonly float alpha = 0.95f;

    Mat<V, S> B;
    Mat<V, H> A;
    Mat<H, S> P;
    Mat<H, H> R;
    Mat<V, H> U;
    Mat<V, S> Vs;

    [State]
    Vec<S> s;

    [State]
    Vec<H> h;

    Vec<V> Step(Token<V> word)
    {
        s = (1 - alpha) * B[word] + alpha * s;
        h = Sigmoid(P * s + A[word] + R * h);
        return Softmax(U * h + Vs * s);
    }
}
