namespace RnnDsl.Generator.Programs;

/// <summary>Sets a slot to zeros.</summary>
public sealed record ClearStage(string Name, BufferRef Target) : Stage(Name)
{
    public override bool MayNameLast => true;

    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
