namespace RnnDsl.Generator.Programs;

/// <summary>Equations of a loop that need nothing of it: one call of each computes all steps.</summary>
/// <param name="Equations">Elementwise; its slots are those of the loop's steps.</param>
public sealed record OverTimeStage(string Name, FusedStage Equations) : Stage(Name)
{
    public override bool IsOverTime(BufferRef slot) => slot.Time is TimeIndex.Current or TimeIndex.Next;

    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
