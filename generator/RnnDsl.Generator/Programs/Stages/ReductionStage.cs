using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>
/// Over the units of each row, in one fixed order: <c>sum</c> or <c>max</c> of Source into Target (width 1), or the unit <c>at</c> the
/// place of the row's Token.
/// </summary>
public sealed record ReductionStage(
    string Name,
    Op Op,
    Dim Units,
    BufferRef Source,
    BufferRef Target,
    BufferRef? Token = null
) : Stage(Name)
{
    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
