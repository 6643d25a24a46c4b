namespace RnnDsl.Generator.Programs;

/// <summary>The weight of each example in the batch's loss, 1/B: the adjoint of the loss.</summary>
public sealed record SeedStep(string Value) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
