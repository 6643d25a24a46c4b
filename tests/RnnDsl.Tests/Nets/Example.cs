namespace RnnDsl.Tests.Nets;

/// <summary>Random data of one example.</summary>
public sealed record Example(float[] Xs, float[] Ys, int Features, int Targets)
{
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
