using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>Sums Source (over time) over the steps into Target, in order of time.</summary>
public sealed record SumTimeStage(string Name, BufferRef Source, BufferRef Target, Dim Units) : Stage(Name)
{
    public override bool IsOverTime(BufferRef slot) => slot == Source;

    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
