namespace RnnDsl.Generator.Programs;

/// <summary>Writes a value to a buffer.</summary>
public sealed record StoreStep(string Value, BufferRef Target) : EpilogueStep(Value)
{
    public override bool IsWrite => true;

    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
