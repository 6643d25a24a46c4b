namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A <see cref="Vec{D}"/>.</summary>
internal sealed class VecArgument<D>(DimSize width) : NumberArgument(width.Total, isSequence: false)
    where D : IDim
{
    public override object Reference(Datum datum) => new Vec<D>(datum.Numbers).Sized(width);
}
