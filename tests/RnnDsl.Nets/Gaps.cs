namespace RnnDsl.Tests.Nets;

/// <summary>Times between steps, made of the numbers of an example: the first number of each step says how long.</summary>
public static class Gaps
{
    [ThreadStatic]
    private static float[]? shared;

    /// <summary>New memory.</summary>
    public static float[] Of(ReadOnlySpan<float> numbers, int width) => InPlace(numbers, width).ToArray();

    /// <summary>New memory for each example.</summary>
    public static ReadOnlyMemory<float>[] OfEach(IReadOnlyList<ReadOnlyMemory<float>> examples, int width) =>
        [.. examples.Select(numbers => (ReadOnlyMemory<float>)Of(numbers.Span, width))];

    /// <summary>Memory that the next call overwrites.</summary>
    public static ReadOnlySpan<float> InPlace(ReadOnlySpan<float> numbers, int width)
    {
        var steps = numbers.Length / width;
        if (shared is null || shared.Length < steps)
        {
            shared = new float[steps];
        }

        for (var t = 0; t < steps; t++)
        {
            shared[t] = One(numbers[t * width]);
        }

        return shared.AsSpan(0, steps);
    }

    /// <summary>The time that a number between -1 and 1 says.</summary>
    public static float One(float number) => 1.25f + number;
}
