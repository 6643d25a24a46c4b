using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Cells;

/// <summary>
/// An LSTM for events at any time: each unit has an oscillation, and its states change only while its time gate is open. Neil, Pfeiffer
/// and Liu 2016, "Phased LSTM: accelerating recurrent network training for long or event-based sequences" (arXiv 1610.09513),
/// section 2, without peepholes. <c>time</c> is the time of the event, <c>logPeriod</c> the logarithm of the paper's <c>tau</c>, a
/// period; <c>open</c> is the part of a period in which the gate is open, and <c>leak</c> how far it opens elsewhere: the paper
/// sets it to 0 in inference. Times are floats: count them from near 0, so that rounding does not hide a period.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class PhasedLstm<X, H>
    where X : IDim
    where H : IDim
{
    readonly float open = 0.05f, leak = 0.001f;

    Mat<H, X> Wxi, Wxf, Wxo, Wxc;
    Mat<H, H> Whi, Whf, Who, Whc;
    [Init(1)] Vec<H> bf;
    Vec<H> bi, bo, bc;
    [Init(Initializer.Uniform, 0, 3)] Vec<H> logPeriod;
    [Init(Initializer.Uniform, 0, 1)] Vec<H> shift;

    [State] Vec<H> h, c;

    Vec<H> Step(Vec<X> x, Scalar time)
    {
        var turns = (time - shift) / Exp(logPeriod);
        var phase = turns - Floor(turns);
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
