namespace RnnDsl.Generator.Programs;

/// <summary>Reads the units of a vector parameter, the same for every row.</summary>
public sealed record LoadParameterStep(string Value, string Parameter) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
