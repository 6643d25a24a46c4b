namespace RnnDsl.Tests.Nets;

/// <summary>Converts the numbers of an example to data of a kind; each step has a fixed number of them.</summary>
/// <param name="Reference">For the reference execution.</param>
/// <param name="Sample">For the sample of a training loop.</param>
internal sealed record Argument<T>(Func<float[], int, T> Reference, Func<float[], int, object> Sample);

internal static class Argument
{
    /// <summary>All numbers, step by step.</summary>
    public static Argument<Seq<D>> Seq<D>()
        where D : IDim => new((numbers, width) => new(numbers, width), (numbers, _) => (ReadOnlyMemory<float>)numbers);

    /// <summary>Those of the first step.</summary>
    public static Argument<Vec<D>> Vec<D>()
        where D : IDim =>
        new(
            (numbers, width) => new(numbers.AsSpan(0, width)),
            (numbers, width) => (ReadOnlyMemory<float>)numbers.AsMemory(0, width)
        );

    /// <summary>The first number.</summary>
    public static Argument<Scalar> Scalar() => new((numbers, _) => numbers[0], (numbers, _) => numbers[0]);

    /// <summary>A token for each step.</summary>
    public static Argument<Tokens<V>> Tokens<V>()
        where V : IDim =>
        new(
            (numbers, count) => new(Words.Of(numbers, count, count), count),
            (numbers, count) => (ReadOnlyMemory<int>)Words.Of(numbers, count, count)
        );

    /// <summary>The token of the first step.</summary>
    public static Argument<Token<V>> Token<V>()
        where V : IDim =>
        new(
            (numbers, count) => new(Words.One(numbers[0], count), count),
            (numbers, count) => Words.One(numbers[0], count)
        );
}
