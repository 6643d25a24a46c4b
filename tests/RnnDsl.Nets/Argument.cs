namespace RnnDsl.Tests.Nets;

/// <summary>Converts the numbers of an example to data of a kind; each step has a fixed number of them.</summary>
/// <param name="Reference">For the reference execution.</param>
/// <param name="Sample">For the sample of a training loop.</param>
internal sealed record Argument(Func<float[], int, object> Reference, Func<float[], int, object> Sample)
{
    /// <summary>All numbers, step by step.</summary>
    public static Argument Seq<D>()
        where D : IDim =>
        new((numbers, width) => new Seq<D>(numbers, width), (numbers, _) => (ReadOnlyMemory<float>)numbers);

    /// <summary>Those of the first step.</summary>
    public static Argument Vec<D>()
        where D : IDim =>
        new(
            (numbers, width) => new Vec<D>(numbers.AsSpan(0, width)),
            (numbers, width) => (ReadOnlyMemory<float>)numbers.AsMemory(0, width)
        );

    /// <summary>The first number.</summary>
    public static Argument Scalar() => new((numbers, _) => new Scalar(numbers[0]), (numbers, _) => numbers[0]);

    /// <summary>A number for each step, see <see cref="Gaps"/>.</summary>
    public static Argument Scalars() =>
        new(
            (numbers, width) => new Scalars(Gaps.Of(numbers, width)),
            (numbers, width) => (ReadOnlyMemory<float>)Gaps.Of(numbers, width)
        );

    /// <summary>A token for each step.</summary>
    public static Argument Tokens<V>()
        where V : IDim =>
        new(
            (numbers, count) => new Tokens<V>(Words.Of(numbers, count, count), count),
            (numbers, count) => (ReadOnlyMemory<int>)Words.Of(numbers, count, count)
        );

    /// <summary>The token of the first step.</summary>
    public static Argument Token<V>()
        where V : IDim =>
        new(
            (numbers, count) => new Token<V>(Words.One(numbers[0], count), count),
            (numbers, count) => Words.One(numbers[0], count)
        );
}
