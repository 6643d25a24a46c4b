using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A layer on two vectors side by side, which it takes apart.</summary>
[Layer]
public partial class PartedHead<H, Y>
    where H : IDim
    where Y : IDim
{
    Mat<Y, H> W;
    Vec<Y> b;

    public Vec<Y> Apply(Vec<Cat<H, H>> x)
    {
        var (value, gate) = Split(x);
        return W * (value * Sigmoid(gate)) + b;
    }
}
