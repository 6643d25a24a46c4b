namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A <see cref="Scalars"/>.</summary>
internal sealed class ScalarsArgument() : NumberArgument(width: 1, isSequence: true)
{
    public override object StepReader => Readers.Number;

    public override object Reference(Datum datum) => new Scalars(datum.Numbers);
}
