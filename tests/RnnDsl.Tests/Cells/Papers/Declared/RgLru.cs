using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// The real-gated linear recurrent unit, whose input keeps the state's variance. De, Smith and others 2024, "Griffin: mixing gated linear
/// recurrences with local attention for efficient language models" (arXiv 2402.19427), section 2.4, equations 1 to 4, in logarithms as in
/// the paper's appendix A.
/// </summary>
[Cell]
public partial class RgLru<H>
    where H : IDim
{
    readonly float power = 8;

    Mat<H, H> Wa,
        Wx;
    Vec<H> ba,
        bx;

    [Init(Initializer.Uniform, 4, 9)]
    Vec<H> lambda;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<H> x)
    {
        var r = Sigmoid(Wa * x + ba);
        var i = Sigmoid(Wx * x + bx);
        var logA = power * r * LogSigmoid(lambda);
        h = Exp(logA) * h + Sqrt(-Expm1(2 * logA)) * (i * x);
        return h;
    }
}
