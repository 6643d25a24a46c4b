namespace RnnDsl.Generator.Programs;

/// <summary>A number, the same for every row and unit: a constant.</summary>
public sealed record ConstStep(string Value, double Number) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
