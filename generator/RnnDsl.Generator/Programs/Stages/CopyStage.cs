namespace RnnDsl.Generator.Programs;

/// <summary>Copies a slot: an initial state that another part of the program computed.</summary>
public sealed record CopyStage(string Name, BufferRef Source, BufferRef Target) : Stage(Name)
{
    public override bool MayNameLast => true;

    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
