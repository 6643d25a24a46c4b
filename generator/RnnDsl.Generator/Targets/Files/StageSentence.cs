using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Files;

/// <summary>What a stage does, for the header of a file.</summary>
internal sealed class StageSentence : IStageVisitor<string>
{
    public static readonly StageSentence Instance = new();

    private StageSentence() { }

    public string Visit(ClearStage stage) => $"{Slot(stage.Target)} = 0";

    public string Visit(CopyStage stage) => $"{Slot(stage.Target)} = {Slot(stage.Source)}";

    public string Visit(FusedStage stage)
    {
        var products = string.Join(" + ", stage.Segments.Select(s => $"[{s.Pack}] {s.Operand.Buffer}"));
        var kept = StageAccess
            .Of(stage)
            .Where(access => access.Writes)
            .Select(access => access.Slot.Buffer)
            .Distinct()
            .ToList();
        return (products.Length == 0 ? "elementwise" : products)
            + (kept.Count == 0 ? "" : ", to " + string.Join(", ", kept));
    }

    public string Visit(JoinStage stage) =>
        $"{stage.Target.Buffer} = {stage.First.Buffer}, {stage.Second.Buffer} side by side";

    // What is computed ahead is in a separate region, whose header says when it runs.
    public string Visit(OverTimeStage stage) => stage.Name;

    public string Visit(PartStage stage) =>
        $"{stage.Target.Buffer} = {(stage.AtEnd ? "end" : "begin")} of {stage.Source.Buffer}";

    public string Visit(ReductionStage stage) =>
        stage.Token is { } token
            ? $"{stage.Source.Buffer} at the place of {token.Buffer}"
            : $"{stage.Op} of {stage.Source.Buffer} over its units";

    public string Visit(ReverseStage stage) => $"{stage.Target.Buffer} = {stage.Source.Buffer}, last step first";

    public string Visit(SquaresStage stage) =>
        $"sum of the squares of {string.Join(", ", stage.Parameters)}, to {stage.Target.Buffer}";

    public string Visit(SumTimeStage stage) => $"sum of {stage.Source.Buffer} over the steps";

    private static string Slot(BufferRef slot) =>
        slot.Time switch
        {
            TimeIndex.Last => slot.Buffer + " at the last step",
            TimeIndex.End => slot.Buffer + " after the last step",
            _ => slot.Buffer,
        };
}
