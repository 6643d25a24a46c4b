namespace RnnDsl.Generator.Programs;

/// <summary>Copies as many units as Target has from the beginning of Source, or from its end.</summary>
public sealed record PartStage(string Name, BufferRef Source, BufferRef Target, bool AtEnd) : Stage(Name)
{
    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
