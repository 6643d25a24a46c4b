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
}
