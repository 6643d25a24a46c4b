namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A <see cref="Tokens{V}"/>.</summary>
internal sealed class TokensArgument<V>(int count) : SymbolArgument(count, isSequence: true)
    where V : IDim
{
    public override object Reader => Readers.Tokens;

    public override object Reference(Datum datum) => new Tokens<V>(datum.Tokens, Width);

    public override object Sample(Datum datum) => (ReadOnlyMemory<int>)datum.Tokens;

    public override object Many(IEnumerable<Datum> data) =>
        data.Select(datum => (ReadOnlyMemory<int>)datum.Tokens).ToArray();
}
