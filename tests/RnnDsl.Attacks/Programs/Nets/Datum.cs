namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>The data of one argument of one example.</summary>
/// <param name="Numbers">Step by step; empty for tokens.</param>
/// <param name="Tokens">Step by step; empty for numbers.</param>
internal sealed record Datum(float[] Numbers, int[] Tokens)
{
    /// <summary>The data of several examples, one after the other.</summary>
    public static Datum Join(IReadOnlyList<Datum> data) =>
        new([.. data.SelectMany(datum => datum.Numbers)], [.. data.SelectMany(datum => datum.Tokens)]);
}
