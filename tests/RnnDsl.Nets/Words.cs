namespace RnnDsl.Tests.Nets;

/// <summary>Tokens made of the numbers of an example: the first number of each step says which.</summary>
public static class Words
{
    [ThreadStatic]
    private static int[]? shared;

    /// <summary>New memory.</summary>
    public static int[] Of(ReadOnlySpan<float> numbers, int width, int count) =>
        InPlace(numbers, width, count).ToArray();

    /// <summary>New memory for each example.</summary>
    public static ReadOnlyMemory<int>[] OfEach(IReadOnlyList<ReadOnlyMemory<float>> examples, int width) =>
        [.. examples.Select(numbers => (ReadOnlyMemory<int>)Of(numbers.Span, width, width))];

    /// <summary>Memory that the next call overwrites.</summary>
    public static ReadOnlySpan<int> InPlace(ReadOnlySpan<float> numbers, int width, int count)
    {
        var steps = numbers.Length / width;
        if (shared is null || shared.Length < steps)
        {
            shared = new int[steps];
        }

        for (var t = 0; t < steps; t++)
        {
            shared[t] = One(numbers[t * width], count);
        }

        return shared.AsSpan(0, steps);
    }

    /// <summary>The token that a number between -1 and 1 says.</summary>
    public static int One(float number, int count) => Math.Clamp((int)((number + 1) / 2 * count), 0, count - 1);
}
