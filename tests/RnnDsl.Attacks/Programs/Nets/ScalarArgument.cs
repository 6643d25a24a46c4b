namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A <see cref="Scalar"/>.</summary>
internal sealed class ScalarArgument() : NumberArgument(width: 1, isSequence: false)
{
    public override object Reader => Readers.Number;

    public override object StepReader => Readers.Number;

    public override object Reference(Datum datum) => new Scalar(datum.Numbers[0]);

    public override object Sample(Datum datum) => datum.Numbers[0];

    public override object Many(IEnumerable<Datum> data) => data.Select(datum => datum.Numbers[0]).ToArray();
}
