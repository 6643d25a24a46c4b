using static RnnDsl.Equations;

namespace RnnDsl;

/// <content>The inverse of <c>Concat</c>: <c>var (a, b) = Split(x);</c>.</content>
public static partial class Functions
{
    /// <summary>Both vectors of two side by side: the inverse of <see cref="Equations.Concat{A, B}(Vec{A}, Vec{B})"/>.</summary>
    /// <exception cref="ArgumentException">The vector was made of an array, and does not know where its parts meet.</exception>
    public static (Vec<A> First, Vec<B> Second) Split<A, B>(Vec<Cat<A, B>> x)
        where A : IDim
        where B : IDim => (First(x), Second(x));

    /// <summary>At every step both vectors of two side by side.</summary>
    /// <exception cref="ArgumentException">The sequence was made of an array, and does not know where its parts meet.</exception>
    public static (Seq<A> First, Seq<B> Second) Split<A, B>(Seq<Cat<A, B>> xs)
        where A : IDim
        where B : IDim => (First(xs), Second(xs));
}
