using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>Copies all steps of Source into Target, from the last to the first.</summary>
public sealed record ReverseStage(string Name, BufferRef Source, BufferRef Target, Dim Units) : Stage(Name)
{
    /// <summary>Every slot, whatever its region is.</summary>
    public override bool IsOverTime(BufferRef slot) => true;

    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
