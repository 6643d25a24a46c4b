namespace RnnDsl;

/// <content>Functions with several results: each result is a sequence.</content>
public static partial class StepLoop
{
    /// <summary>The vectors of a function with two results, one of each a step.</summary>
    internal static (Seq<E>, Seq<F>) Vectors<E, F>(int steps, Func<int, (Vec<E>, Vec<F>)> function)
        where E : IDim
        where F : IDim
    {
        var all = All(steps, function);
        return (Each(all, r => r.Item1), Each(all, r => r.Item2));
    }

    /// <summary>The vectors of a function with three results, one of each a step.</summary>
    internal static (Seq<E>, Seq<F>, Seq<G>) Vectors<E, F, G>(int steps, Func<int, (Vec<E>, Vec<F>, Vec<G>)> function)
        where E : IDim
        where F : IDim
        where G : IDim
    {
        var all = All(steps, function);
        return (Each(all, r => r.Item1), Each(all, r => r.Item2), Each(all, r => r.Item3));
    }

    /// <summary>The vectors of a function with four results, one of each a step.</summary>
    internal static (Seq<E>, Seq<F>, Seq<G>, Seq<H>) Vectors<E, F, G, H>(
        int steps,
        Func<int, (Vec<E>, Vec<F>, Vec<G>, Vec<H>)> function
    )
        where E : IDim
        where F : IDim
        where G : IDim
        where H : IDim
    {
        var all = All(steps, function);
        return (Each(all, r => r.Item1), Each(all, r => r.Item2), Each(all, r => r.Item3), Each(all, r => r.Item4));
    }

    private static Seq<D> Each<T, D>(T[] all, Converter<T, Vec<D>> result)
        where D : IDim => new(Array.ConvertAll(all, result));
}
