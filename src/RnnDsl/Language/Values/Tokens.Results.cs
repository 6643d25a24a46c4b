namespace RnnDsl;

/// <content>Maps of functions with several results: each result is a sequence.</content>
public readonly partial struct Tokens<V>
    where V : IDim
{
    /// <summary>Applies a function with two results to the symbol of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the first result.</typeparam>
    /// <typeparam name="F">Names the width of the second result.</typeparam>
    /// <param name="function">A method of a layer, or a lambda; it runs once a step.</param>
    /// <returns>For each result a sequence of as many steps.</returns>
    public (Seq<E>, Seq<F>) Map<E, F>(Func<Token<V>, (Vec<E>, Vec<F>)> function)
        where E : IDim
        where F : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var seconds = new Vec<F>[Length];
        var t = 0;
        var firsts = Map(x =>
        {
            (var first, seconds[t++]) = function(x);
            return first;
        });
        return (firsts, new Seq<F>(seconds));
    }

    /// <summary>Applies a function with three results to the symbol of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the first result.</typeparam>
    /// <typeparam name="F">Names the width of the second result.</typeparam>
    /// <typeparam name="G">Names the width of the third result.</typeparam>
    /// <param name="function">A method of a layer, or a lambda; it runs once a step.</param>
    /// <returns>For each result a sequence of as many steps.</returns>
    public (Seq<E>, Seq<F>, Seq<G>) Map<E, F, G>(Func<Token<V>, (Vec<E>, Vec<F>, Vec<G>)> function)
        where E : IDim
        where F : IDim
        where G : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var thirds = new Vec<G>[Length];
        var t = 0;
        var (firsts, seconds) = Map(x =>
        {
            (var first, var second, thirds[t++]) = function(x);
            return (first, second);
        });
        return (firsts, seconds, new Seq<G>(thirds));
    }

    /// <summary>Applies a function with four results to the symbol of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the first result.</typeparam>
    /// <typeparam name="F">Names the width of the second result.</typeparam>
    /// <typeparam name="G">Names the width of the third result.</typeparam>
    /// <typeparam name="H">Names the width of the fourth result.</typeparam>
    /// <param name="function">A method of a layer, or a lambda; it runs once a step.</param>
    /// <returns>For each result a sequence of as many steps.</returns>
    public (Seq<E>, Seq<F>, Seq<G>, Seq<H>) Map<E, F, G, H>(Func<Token<V>, (Vec<E>, Vec<F>, Vec<G>, Vec<H>)> function)
        where E : IDim
        where F : IDim
        where G : IDim
        where H : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var fourths = new Vec<H>[Length];
        var t = 0;
        var (firsts, seconds, thirds) = Map(x =>
        {
            (var first, var second, var third, fourths[t++]) = function(x);
            return (first, second, third);
        });
        return (firsts, seconds, thirds, new Seq<H>(fourths));
    }
}
