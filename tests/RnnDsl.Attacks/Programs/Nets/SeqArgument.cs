namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A <see cref="Seq{D}"/>.</summary>
internal sealed class SeqArgument<D>(int width) : NumberArgument(width, isSequence: true)
    where D : IDim
{
    public override object Reference(Datum datum) => new Seq<D>(datum.Numbers, Width);
}
