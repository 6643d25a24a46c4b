namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A <see cref="Vec{D}"/>.</summary>
internal sealed class VecArgument<D>(int width) : NumberArgument(width, isSequence: false)
    where D : IDim
{
    public override object Reference(Datum datum) => new Vec<D>(datum.Numbers);
}
