namespace RnnDsl.Generator.Ir;

/// <summary>A size known to the compiler.</summary>
public sealed record FixedDim(int Size) : Dim
{
    public override string ToString() => Size.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
