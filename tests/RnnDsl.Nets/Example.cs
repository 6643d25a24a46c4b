namespace RnnDsl.Tests.Nets;

/// <summary>Random data of one example.</summary>
public sealed record Example(float[] Xs, float[] Ys, int Features, int Targets)
{
    /// <summary>Examples of these lengths.</summary>
    public static Example[] Ragged(int features, int targets, int seed, params ReadOnlySpan<int> lengths)
    {
        var examples = new Example[lengths.Length];
        for (var i = 0; i < examples.Length; i++)
        {
            examples[i] = Batch(1, lengths[i], features, targets, seed + i)[0];
        }
        return examples;
    }

    public static Example[] Batch(int count, int steps, int features, int targets, int seed)
    {
        var random = new Random(seed);
        float[] Numbers(int length) =>
            [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() * 2 - 1))];
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new Example(Numbers(steps * features), Numbers(steps * targets), features, targets)),
        ];
    }
}
