namespace RnnDsl;

/// <content>Vectors side by side, and their parts.</content>
public static partial class Equations
{
    /// <summary>The elements of one vector, then those of another.</summary>
    public static Vec<Cat<A, B>> Concat<A, B>(Vec<A> first, Vec<B> second)
        where A : IDim
        where B : IDim =>
        new(new Numbers([.. first.ToArray(), .. second.ToArray()]), DimSize.Of(first.Size, second.Size));

    /// <summary>At every step the elements of one sequence, then those of another.</summary>
    /// <exception cref="ArgumentException">The sequences have different lengths.</exception>
    public static Seq<Cat<A, B>> Concat<A, B>(Seq<A> first, Seq<B> second)
        where A : IDim
        where B : IDim
    {
        if (first.Length != second.Length)
        {
            throw Shape.Mismatch("Concat", Shape.Of(first), Shape.Of(second));
        }

        var steps = new Vec<Cat<A, B>>[first.Length];
        for (var t = 0; t < steps.Length; t++)
        {
            steps[t] = Concat(first[t], second[t]);
        }

        return new Seq<Cat<A, B>>(steps);
    }

    /// <summary>The first of two vectors side by side: what <see cref="Concat{A, B}(Vec{A}, Vec{B})"/> took first.</summary>
    /// <exception cref="ArgumentException">The vector was made of an array, and does not know where its parts meet.</exception>
    public static Vec<A> First<A, B>(Vec<Cat<A, B>> x)
        where A : IDim
        where B : IDim
    {
        var size = PartsOf(x).First;
        return new Vec<A>(new Numbers(x.ToArray()[..size.Total]), size);
    }

    /// <summary>The second of two vectors side by side: what <see cref="Concat{A, B}(Vec{A}, Vec{B})"/> took second.</summary>
    /// <exception cref="ArgumentException">The vector was made of an array, and does not know where its parts meet.</exception>
    public static Vec<B> Second<A, B>(Vec<Cat<A, B>> x)
        where A : IDim
        where B : IDim
    {
        var (first, second) = PartsOf(x);
        return new Vec<B>(new Numbers(x.ToArray()[first.Total..]), second);
    }

    /// <summary>At every step the first of two vectors side by side.</summary>
    /// <exception cref="ArgumentException">The sequence was made of an array, and does not know where its parts meet.</exception>
    public static Seq<A> First<A, B>(Seq<Cat<A, B>> xs)
        where A : IDim
        where B : IDim => xs.Map(x => First(x));

    /// <summary>At every step the second of two vectors side by side.</summary>
    /// <exception cref="ArgumentException">The sequence was made of an array, and does not know where its parts meet.</exception>
    public static Seq<B> Second<A, B>(Seq<Cat<A, B>> xs)
        where A : IDim
        where B : IDim => xs.Map(x => Second(x));

    private static (DimSize First, DimSize Second) PartsOf<A, B>(Vec<Cat<A, B>> x)
        where A : IDim
        where B : IDim => x.Size.Parts ?? throw Shape.WithoutParts(Shape.Of(x));
}
