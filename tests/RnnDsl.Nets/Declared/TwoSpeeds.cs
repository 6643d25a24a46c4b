using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Two states, one slow, one fast, each looking at the other before and after it changes.</summary>
[Cell]
public partial class TwoSpeeds<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxs,
        Wxf;
    Mat<H, H> Wss,
        Wff,
        Wfs;
    Vec<H> bs,
        bf,
        rate;

    [State]
    Vec<H> slow,
        fast;

    Vec<H> Step(Vec<X> x)
    {
        var k = Sigmoid(rate);
        slow = slow + k * (Tanh(Wxs * x + Wss * slow + bs) - slow);
        fast = Relu(Wxf * x + Wff * fast + Wfs * slow + bf);
        return fast - 0.5 * slow;
    }
}
