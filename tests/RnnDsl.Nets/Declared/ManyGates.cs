using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Six gates on the same operands, more than one stage holds.</summary>
[Cell]
public partial class ManyGates<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxa,
        Wxb,
        Wxc,
        Wxd,
        Wxe,
        Wxf;
    Mat<H, H> Wha,
        Whb,
        Whc,
        Whd,
        Whe,
        Whf;

    [State]
    Vec<H> h,
        c;

    Vec<H> Step(Vec<X> x)
    {
        var a = Sigmoid(Wxa * x + Wha * h);
        var b = Sigmoid(Wxb * x + Whb * h);
        var d = Sigmoid(Wxd * x + Whd * h);
        var e = Tanh(Wxe * x + Whe * h);
        var f = Tanh(Wxf * x + Whf * h);
        c = a * c + b * Tanh(Wxc * x + Whc * h) + (1 - a) * e * f;
        h = d * Tanh(c);
        return h;
    }
}
