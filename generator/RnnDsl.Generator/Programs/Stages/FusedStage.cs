using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>
/// Products of a few gates, summed over the segments, and the epilogue on each tile of them. Without segments
/// (Gates = 0) it is the epilogue alone.
/// </summary>
public sealed record FusedStage(
    string Name,
    Dim Units,
    int Gates,
    EquatableArray<Segment> Segments,
    EquatableArray<EpilogueStep> Epilogue
) : Stage(Name)
{
    /// <summary>Whether its lines know the row and the column of each element of the examples' matrices.</summary>
    public bool IsOfMatrices => Epilogue.Any(step => step.IsOfMatrix);

    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
