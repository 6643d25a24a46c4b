namespace RnnDsl.Generator.Programs;

/// <summary>Reads the units of the row from a buffer.</summary>
public sealed record LoadStep(string Value, BufferRef Source) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
