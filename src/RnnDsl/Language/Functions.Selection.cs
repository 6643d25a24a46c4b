using static RnnDsl.Equations;

namespace RnnDsl;

/// <content>Choices by a mask, which is not 0 where it holds: <c>Where(a &gt;= b, x, y)</c>.</content>
public static partial class Functions
{
    /// <summary>
    /// <paramref name="x"/> where the mask is not 0, else <paramref name="y"/>. What is not chosen has the derivative 0, also where it is
    /// infinite or no number: <c>Where(x &gt; 0, Log(x), 0)</c> has a finite value everywhere, but the derivative of <c>Log</c> itself at 0 is
    /// infinite, and 0 times that is no number. So choose before the function too: <c>Log(Where(x &gt; 0, x, 1))</c>.
    /// </summary>
    /// <param name="mask">A comparison, or any number.</param>
    /// <param name="x">The value where the mask is not 0.</param>
    /// <param name="y">The value where it is 0.</param>
    public static Scalar Where(Scalar mask, Scalar x, Scalar y) => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element.</summary>
    public static Vec<D> Where<D>(Vec<D> mask, Vec<D> x, Vec<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element.</summary>
    public static Vec<D> Where<D>(Vec<D> mask, Vec<D> x, Scalar y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element.</summary>
    public static Vec<D> Where<D>(Vec<D> mask, Scalar x, Vec<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element.</summary>
    public static Vec<D> Where<D>(Vec<D> mask, Scalar x, Scalar y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element.</summary>
    public static Vec<D> Where<D>(Scalar mask, Vec<D> x, Vec<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Where<D>(Seq<D> mask, Seq<D> x, Seq<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Where<D>(Seq<D> mask, Seq<D> x, Scalar y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Where<D>(Seq<D> mask, Scalar x, Seq<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Where<D>(Seq<D> mask, Scalar x, Scalar y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Where<D>(Seq<D> mask, Seq<D> x, Vec<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Where<D>(Seq<D> mask, Vec<D> x, Seq<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Where<D>(Scalar mask, Seq<D> x, Seq<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Where<D>(Vec<D> mask, Seq<D> x, Seq<D> y)
        where D : IDim => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each step's number.</summary>
    public static Scalars Where(Scalars mask, Scalars x, Scalars y) => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each step's number.</summary>
    public static Scalars Where(Scalars mask, Scalars x, Scalar y) => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each step's number.</summary>
    public static Scalars Where(Scalars mask, Scalar x, Scalars y) => Equations.Where(mask, x) + Unless(mask, y);

    /// <summary><see cref="Where(Scalar, Scalar, Scalar)"/> of each step's number.</summary>
    public static Scalars Where(Scalars mask, Scalar x, Scalar y) => Equations.Where(mask, x) + Unless(mask, y);
}
