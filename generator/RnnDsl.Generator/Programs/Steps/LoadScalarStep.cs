namespace RnnDsl.Generator.Programs;

/// <summary>Reads the row's scalar from a buffer of width 1, into every lane.</summary>
public sealed record LoadScalarStep(string Value, BufferRef Source) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
