namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>Numbers between -1 and 1.</summary>
internal abstract class NumberArgument(int width, bool isSequence) : Argument(width, isSequence)
{
    public override object Reader => Readers.Numbers;

    public override object StepReader => Readers.Numbers;

    public override object RowsReader => Readers.Numbers;

    public override object Sample(Datum datum) => (ReadOnlyMemory<float>)datum.Numbers;

    public override object Many(IEnumerable<Datum> data) =>
        data.Select(datum => (ReadOnlyMemory<float>)datum.Numbers).ToArray();

    protected override Datum Draw(Random random, int steps, int width) =>
        new([.. Enumerable.Range(0, steps * width).Select(_ => (float)(random.NextDouble() * 2 - 1))], []);

    protected override Datum CutSteps(Datum datum, Range steps)
    {
        var (first, count) = steps.GetOffsetAndLength(datum.Numbers.Length / Width);
        return datum with { Numbers = datum.Numbers[(first * Width)..((first + count) * Width)] };
    }
}
