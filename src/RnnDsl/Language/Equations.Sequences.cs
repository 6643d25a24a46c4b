namespace RnnDsl;

public static partial class Equations
{
    /// <summary>The same steps in the opposite order, from the last to the first.</summary>
    public static Seq<D> Reverse<D>(Seq<D> xs)
        where D : IDim
    {
        var steps = new Vec<D>[xs.Length];
        for (var t = 0; t < steps.Length; t++)
        {
            steps[t] = xs[xs.Length - 1 - t];
        }

        return new Seq<D>(steps);
    }

    /// <summary>The same symbols in the opposite order, from the last to the first.</summary>
    public static Tokens<V> Reverse<V>(Tokens<V> xs)
        where V : IDim
    {
        var indices = xs.ToArray();
        Array.Reverse(indices);
        return new Tokens<V>(indices, xs.Count);
    }

    /// <summary>The same numbers in the opposite order, from the last step to the first.</summary>
    public static Scalars Reverse(Scalars xs)
    {
        var numbers = xs.ToArray();
        Array.Reverse(numbers);
        return new Scalars(numbers);
    }

    /// <summary>The elements of one vector, then those of another.</summary>
    public static Vec<Cat<A, B>> Concat<A, B>(Vec<A> first, Vec<B> second)
        where A : IDim
        where B : IDim => new([.. first.ToArray(), .. second.ToArray()]);

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
}
