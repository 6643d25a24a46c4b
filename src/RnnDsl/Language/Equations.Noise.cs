namespace RnnDsl;

public static partial class Equations
{
    /// <summary>
    /// In training each element is set to 0 with the probability <paramref name="rate"/>, else divided by 1 - rate, so that its
    /// expectation is the element itself, as in inference (Srivastava et al. 2014, "Dropout: A simple way to prevent neural
    /// networks from overfitting"). In a cell's <c>Step</c>, or a method that is run at every step, each step drops different elements.
    /// </summary>
    /// <param name="x">The vector.</param>
    /// <param name="rate">A constant, at least 0 and below 1.</param>
    public static Vec<D> Dropout<D>(Vec<D> x, float rate)
        where D : IDim => Drop(x, rate, Noise.Current?.Time ?? 0, TakeSite());

    /// <summary><see cref="Dropout{D}(Vec{D}, float)"/> applied to each step: each step drops different elements.</summary>
    /// <param name="xs">The sequence.</param>
    /// <param name="rate">A constant, at least 0 and below 1.</param>
    public static Seq<D> Dropout<D>(Seq<D> xs, float rate)
        where D : IDim => EachStep(xs, TakeSite(), (x, t, site) => Drop(x, rate, t, site));

    /// <summary>
    /// <see cref="Dropout{D}(Vec{D}, float)"/> that drops the same elements at all steps of an example: of a cell's state or input
    /// in its <c>Step</c> (Gal and Ghahramani 2016, "A theoretically grounded application of dropout in recurrent neural networks").
    /// </summary>
    /// <param name="x">The vector.</param>
    /// <param name="rate">A constant, at least 0 and below 1.</param>
    public static Vec<D> VariationalDropout<D>(Vec<D> x, float rate)
        where D : IDim => Drop(x, rate, time: 0, TakeSite());

    /// <summary>
    /// <see cref="Dropout{D}(Seq{D}, float)"/> that drops the same elements at all steps of an example.
    /// </summary>
    /// <param name="xs">The sequence.</param>
    /// <param name="rate">A constant, at least 0 and below 1.</param>
    public static Seq<D> VariationalDropout<D>(Seq<D> xs, float rate)
        where D : IDim => EachStep(xs, TakeSite(), (x, _, site) => Drop(x, rate, time: 0, site));

    /// <summary>
    /// In training each element is kept with the probability <paramref name="rate"/>, else set to 0; in inference the expectation of that,
    /// <c>rate * x</c>. As with <see cref="Dropout{D}(Vec{D}, float)"/> each step has new noise.
    /// </summary>
    /// <param name="x">The vector.</param>
    /// <param name="rate">A constant, at least 0 and below 1.</param>
    public static Vec<D> Keep<D>(Vec<D> x, float rate)
        where D : IDim => KeepSome(x, rate, Noise.Current?.Time ?? 0, TakeSite());

    /// <summary><see cref="Keep{D}(Vec{D}, float)"/> of each step.</summary>
    /// <param name="xs">The sequence.</param>
    /// <param name="rate">A constant, at least 0 and below 1.</param>
    public static Seq<D> Keep<D>(Seq<D> xs, float rate)
        where D : IDim => EachStep(xs, TakeSite(), (x, t, site) => KeepSome(x, rate, t, site));

    /// <summary>
    /// In training normal noise: for each element a random number of mean 0 whose standard deviation is the element, so that
    /// <c>mean + Normal(deviation)</c> is a sample of a normal distribution, with derivatives by both (Kingma and Welling 2014,
    /// "Auto-encoding variational Bayes", section 2.4). In inference the expectation, 0. As with
    /// <see cref="Dropout{D}(Vec{D}, float)"/> each step has new noise.
    /// </summary>
    /// <param name="deviation">The standard deviations.</param>
    public static Vec<D> Normal<D>(Vec<D> deviation)
        where D : IDim => Scatter(deviation, Noise.Current?.Time ?? 0, TakeSite());

    /// <summary><see cref="Normal{D}(Vec{D})"/> of each step.</summary>
    /// <param name="deviations">The standard deviations.</param>
    public static Seq<D> Normal<D>(Seq<D> deviations)
        where D : IDim => EachStep(deviations, TakeSite(), (x, t, site) => Scatter(x, t, site));

    private static Vec<D> Scatter<D>(Vec<D> deviation, int time, int site)
        where D : IDim
    {
        var values = deviation.ToArray();
        for (var unit = 0; unit < values.Length; unit++)
        {
            values[unit] = Noise.Current is { } noise ? values[unit] * noise.Normal(site, time, unit) : 0;
        }

        return deviation.With(values);
    }

    private static Vec<D> Drop<D>(Vec<D> x, float rate, int time, int site)
        where D : IDim => Masked(x, rate, time, site, below: 0, above: 1 / (1 - (double)rate), without: 1);

    private static Vec<D> KeepSome<D>(Vec<D> x, float rate, int time, int site)
        where D : IDim => Masked(x, rate, time, site, below: 1, above: 0, without: rate);

    private static Vec<D> Masked<D>(
        Vec<D> x,
        float rate,
        int time,
        int site,
        double below,
        double above,
        double without
    )
        where D : IDim
    {
        if (!(rate >= 0 && rate < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is at least 0 and below 1.");
        }

        var values = x.ToArray();
        for (var unit = 0; unit < values.Length; unit++)
        {
            values[unit] *=
                Noise.Current is not { } noise ? without
                : noise.IsBelow(site, time, unit, rate) ? below
                : above;
        }

        return x.With(values);
    }

    private static int TakeSite() => Noise.Current is { } noise ? noise.Site++ : 0;

    private static Seq<D> EachStep<D>(Seq<D> xs, int site, Func<Vec<D>, int, int, Vec<D>> function)
        where D : IDim => new(Enumerable.Range(0, xs.Length).Select(t => function(xs[t], t, site)).ToArray());
}
