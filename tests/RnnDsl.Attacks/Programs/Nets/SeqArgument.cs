namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A <see cref="Seq{D}"/>.</summary>
internal sealed class SeqArgument<D>(DimSize width) : NumberArgument(width.Total, isSequence: true)
    where D : IDim
{
    public override object Reference(Datum datum) => new Seq<D>(datum.Numbers, Width).Sized(width);
}
