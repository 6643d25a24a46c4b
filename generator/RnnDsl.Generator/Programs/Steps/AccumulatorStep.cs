namespace RnnDsl.Generator.Programs;

/// <summary>Names the sum of products of a gate.</summary>
public sealed record AccumulatorStep(string Value, int Gate) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
