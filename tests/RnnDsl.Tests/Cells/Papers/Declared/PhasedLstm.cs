using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// An LSTM for events at any time: each unit has an oscillation, and changes only while its gate is open. Neil, Pfeiffer and Liu 2016, "Phased
/// LSTM: accelerating recurrent network training for long or event-based sequences" (arXiv 1610.09513), section 2, without
/// peepholes. <c>logPeriod</c> is the logarithm of the paper's tau.
/// </summary>
[Cell]
public partial class PhasedLstm<X, H>
    where X : IDim
    where H : IDim
{
    readonly float open = 0.05f,
        leak = 0.001f;

    Mat<H, X> Wxi,
        Wxf,
        Wxc,
        Wxo;
    Mat<H, H> Whi,
        Whf,
        Whc,
        Who;
    Vec<H> bi,
        bf,
        bc,
        bo;

    [Init(Initializer.Uniform, 0, 2)]
    Vec<H> logPeriod;
    Vec<H> shift;

    [State]
    Vec<H> h,
        c;

    Vec<H> Step(Vec<X> x, Scalar time)
    {
        var turns = (time - shift) / Exp(logPeriod);
        // The language has no floor. A cotangent has the same period; as data, since its slope is infinite at a whole turn.
        var part = 0.5 - Atan(Cos(Math.PI * turns) / Sin(Math.PI * turns)) / Math.PI;
        var phase = turns - StopGradient(turns - part);
        var rising = 2 * phase / open;
        var k = Where(phase < open / 2, rising, Where(phase < open, 2 - rising, leak * phase));
        var i = Sigmoid(Wxi * x + Whi * h + bi);
        var f = Sigmoid(Wxf * x + Whf * h + bf);
        var o = Sigmoid(Wxo * x + Who * h + bo);
        var next = f * c + i * Tanh(Wxc * x + Whc * h + bc);
        c = k * next + (1 - k) * c;
        h = k * (o * Tanh(next)) + (1 - k) * h;
        return h;
    }
}
