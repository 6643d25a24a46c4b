using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared.Kinks;

/// <summary>Two operands, as vectors, as scalars and at every step of a sequence: what a function is differentiated by.</summary>
[Layer]
public partial class Point
{
    Vec<Points> x,
        x2;

    Vec<One> y,
        y2;

    Vec<Points> z,
        z2;

    public Seq<Points> Forward(Seq<Points> ones) => ones * z;

    public Seq<Points> Second(Seq<Points> ones) => ones * z2;

    public Vec<Points> Vector(Vec<Points> ones) => ones * x;

    public Vec<Points> SecondVector(Vec<Points> ones) => ones * x2;

    public Scalar Number() => Sum(y);

    public Scalar SecondNumber() => Sum(y2);
}
