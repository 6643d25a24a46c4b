namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>The ways in which generated methods take data.</summary>
internal static class Readers
{
    public static readonly IReader<ReadOnlySpan<float>> Numbers = new NumbersReader();
    public static readonly IReader<ReadOnlySpan<int>> Tokens = new TokensReader();
    public static readonly IReader<float> Number = new NumberReader();
    public static readonly IReader<int> Token = new TokenReader();

    private sealed class NumbersReader : IReader<ReadOnlySpan<float>>
    {
        public ReadOnlySpan<float> Read(Datum datum) => datum.Numbers;
    }

    private sealed class NumberReader : IReader<float>
    {
        public float Read(Datum datum) => datum.Numbers[0];
    }

    private sealed class TokensReader : IReader<ReadOnlySpan<int>>
    {
        public ReadOnlySpan<int> Read(Datum datum) => datum.Tokens;
    }

    private sealed class TokenReader : IReader<int>
    {
        public int Read(Datum datum) => datum.Tokens[0];
    }
}
