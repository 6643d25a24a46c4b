namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A <see cref="Token{V}"/>.</summary>
internal sealed class TokenArgument<V>(int count) : SymbolArgument(count, isSequence: false)
    where V : IDim
{
    public override object Reader => Readers.Token;

    public override object Reference(Datum datum) => new Token<V>(datum.Tokens[0], Width);

    public override object Sample(Datum datum) => datum.Tokens[0];

    public override object Many(IEnumerable<Datum> data) => data.Select(datum => datum.Tokens[0]).ToArray();
}
