namespace RnnDsl;

/// <summary>
/// The functions that equations are written with, beside the operators: <c>using static RnnDsl.Equations;</c>. Each is one op
/// of the generator's table. Derivatives are those of the formulas; a float that has come to 1 or 0 has none of its way there: a
/// <c>Sigmoid</c> or <c>Tanh</c> that rounds to its limit has the derivative 0. Where a function bends, its text says which it is. What can be composed of them is declared in the language (<see cref="Functions"/>,
/// <see cref="Losses"/>), and so is what you add.
/// </summary>
public static partial class Equations
{
    /// <summary>The logistic function <c>1 / (1 + exp(-x))</c>.</summary>
    public static Scalar Sigmoid(Scalar x) => 1 / (1 + Math.Exp(-x.Value));

    /// <summary>The logistic function <c>1 / (1 + exp(-x))</c>, element by element.</summary>
    public static Vec<D> Sigmoid<D>(Vec<D> x)
        where D : IDim => x.MapElements(static a => 1 / (1 + Math.Exp(-a)));

    /// <summary>The logistic function <c>1 / (1 + exp(-x))</c>, element by element at every step.</summary>
    public static Seq<D> Sigmoid<D>(Seq<D> x)
        where D : IDim => x.MapElements(static a => 1 / (1 + Math.Exp(-a)));

    /// <summary>The hyperbolic tangent.</summary>
    public static Scalar Tanh(Scalar x) => Math.Tanh(x.Value);

    /// <summary>The hyperbolic tangent, element by element.</summary>
    public static Vec<D> Tanh<D>(Vec<D> x)
        where D : IDim => x.MapElements(static a => Math.Tanh(a));

    /// <summary>The hyperbolic tangent, element by element at every step.</summary>
    public static Seq<D> Tanh<D>(Seq<D> x)
        where D : IDim => x.MapElements(static a => Math.Tanh(a));

    /// <summary><c>x</c> where it is positive, else 0; its derivative at 0 is 0, that of <c>Max(x, 0)</c> is 1.</summary>
    public static Scalar Relu(Scalar x) => Math.Max(x.Value, 0);

    /// <summary><c>x</c> where it is positive, else 0; its derivative at 0 is 0, that of <c>Max(x, 0)</c> is 1. Element by element.</summary>
    public static Vec<D> Relu<D>(Vec<D> x)
        where D : IDim => x.MapElements(static a => Math.Max(a, 0));

    /// <summary><c>x</c> where it is positive, else 0; its derivative at 0 is 0, that of <c>Max(x, 0)</c> is 1. Element by element at every step.</summary>
    public static Seq<D> Relu<D>(Seq<D> x)
        where D : IDim => x.MapElements(static a => Math.Max(a, 0));

    /// <summary>The exponential function.</summary>
    public static Scalar Exp(Scalar x) => Math.Exp(x.Value);

    /// <summary>The exponential function, element by element.</summary>
    public static Vec<D> Exp<D>(Vec<D> x)
        where D : IDim => x.MapElements(static a => Math.Exp(a));

    /// <summary>The exponential function, element by element at every step.</summary>
    public static Seq<D> Exp<D>(Seq<D> x)
        where D : IDim => x.MapElements(static a => Math.Exp(a));

    /// <summary>The natural logarithm.</summary>
    public static Scalar Log(Scalar x) => Math.Log(x.Value);

    /// <summary>The natural logarithm, element by element.</summary>
    public static Vec<D> Log<D>(Vec<D> x)
        where D : IDim => x.MapElements(static a => Math.Log(a));

    /// <summary>The natural logarithm, element by element at every step.</summary>
    public static Seq<D> Log<D>(Seq<D> x)
        where D : IDim => x.MapElements(static a => Math.Log(a));

    /// <summary>The square root; its derivative at 0 is infinite.</summary>
    public static Scalar Sqrt(Scalar x) => Math.Sqrt(x.Value);

    /// <summary>The square root; its derivative at 0 is infinite. Element by element.</summary>
    public static Vec<D> Sqrt<D>(Vec<D> x)
        where D : IDim => x.MapElements(static a => Math.Sqrt(a));

    /// <summary>The square root; its derivative at 0 is infinite. Element by element at every step.</summary>
    public static Seq<D> Sqrt<D>(Seq<D> x)
        where D : IDim => x.MapElements(static a => Math.Sqrt(a));

    /// <summary><c>x * x</c>.</summary>
    public static Scalar Square(Scalar x) => x.Value * x.Value;

    /// <summary><c>x * x</c>, element by element.</summary>
    public static Vec<D> Square<D>(Vec<D> x)
        where D : IDim => x.MapElements(static a => a * a);

    /// <summary><c>x * x</c>, element by element at every step.</summary>
    public static Seq<D> Square<D>(Seq<D> x)
        where D : IDim => x.MapElements(static a => a * a);

    /// <summary>The absolute value; its derivative at 0 is 0.</summary>
    public static Scalar Abs(Scalar x) => Math.Abs(x.Value);

    /// <summary>The absolute value; its derivative at 0 is 0. Element by element.</summary>
    public static Vec<D> Abs<D>(Vec<D> x)
        where D : IDim => x.MapElements(static a => Math.Abs(a));

    /// <summary>The absolute value; its derivative at 0 is 0. Element by element at every step.</summary>
    public static Seq<D> Abs<D>(Seq<D> x)
        where D : IDim => x.MapElements(static a => Math.Abs(a));
}
