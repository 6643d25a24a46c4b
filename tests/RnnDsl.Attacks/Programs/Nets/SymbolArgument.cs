namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>Symbols of a vocabulary.</summary>
internal abstract class SymbolArgument(int count, bool isSequence) : Argument(count, isSequence)
{
    public override object StepReader => Readers.Token;

    public override object RowsReader => Readers.Tokens;

    protected override Datum Draw(Random random, int steps, int width) =>
        new([], [.. Enumerable.Range(0, steps).Select(_ => random.Next(width))]);

    protected override Datum CutSteps(Datum datum, Range steps) => datum with { Tokens = datum.Tokens[steps] };
}
