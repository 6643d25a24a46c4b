namespace RnnDsl;

/// <content>Maps of functions with several results: each result is a sequence.</content>
public readonly partial struct Seq<D>
    where D : IDim
{
    /// <summary>Applies a function with two results to the vector of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the first result.</typeparam>
    /// <typeparam name="F">Names the width of the second result.</typeparam>
    /// <param name="function">A method of a layer, or a lambda; it runs once a step.</param>
    /// <returns>For each result a sequence of as many steps.</returns>
    public (Seq<E>, Seq<F>) Map<E, F>(Func<Vec<D>, (Vec<E>, Vec<F>)> function)
        where E : IDim
        where F : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Vectors(Length, t => function(self[t]));
    }

    /// <summary>Applies a function with three results to the vector of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the first result.</typeparam>
    /// <typeparam name="F">Names the width of the second result.</typeparam>
    /// <typeparam name="G">Names the width of the third result.</typeparam>
    /// <param name="function">A method of a layer, or a lambda; it runs once a step.</param>
    /// <returns>For each result a sequence of as many steps.</returns>
    public (Seq<E>, Seq<F>, Seq<G>) Map<E, F, G>(Func<Vec<D>, (Vec<E>, Vec<F>, Vec<G>)> function)
        where E : IDim
        where F : IDim
        where G : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Vectors(Length, t => function(self[t]));
    }

    /// <summary>Applies a function with four results to the vector of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the first result.</typeparam>
    /// <typeparam name="F">Names the width of the second result.</typeparam>
    /// <typeparam name="G">Names the width of the third result.</typeparam>
    /// <typeparam name="H">Names the width of the fourth result.</typeparam>
    /// <param name="function">A method of a layer, or a lambda; it runs once a step.</param>
    /// <returns>For each result a sequence of as many steps.</returns>
    public (Seq<E>, Seq<F>, Seq<G>, Seq<H>) Map<E, F, G, H>(Func<Vec<D>, (Vec<E>, Vec<F>, Vec<G>, Vec<H>)> function)
        where E : IDim
        where F : IDim
        where G : IDim
        where H : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Vectors(Length, t => function(self[t]));
    }
}
