using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>The lines of a stage in the text of a program.</summary>
internal sealed class ProgramStageText(SourceWriter text) : IStageVisitor<SourceWriter>
{
    public SourceWriter Visit(ClearStage stage) => text.Line($"{Slot(stage.Target)} = 0");

    public SourceWriter Visit(CopyStage stage) => text.Line($"{Slot(stage.Target)} = {Slot(stage.Source)}");

    public SourceWriter Visit(FusedStage stage) => Print("stage", stage);

    public SourceWriter Visit(JoinStage stage) =>
        text.Line($"{Slot(stage.Target)} = {Slot(stage.First)}, {Slot(stage.Second)}");

    public SourceWriter Visit(OverTimeStage stage) => Print("all steps of stage", stage.Equations);

    public SourceWriter Visit(PartStage stage) =>
        text.Line($"{Slot(stage.Target)} = {(stage.AtEnd ? "end" : "begin")} of {Slot(stage.Source)}");

    public SourceWriter Visit(ReductionStage stage) =>
        text.Line(
            stage.Token is { } token
                ? $"{Slot(stage.Target)} = {Slot(stage.Source)} at {Slot(token)} of {stage.Units}"
                : $"{Slot(stage.Target)} = {stage.Op} of {Slot(stage.Source)} over {stage.Units}"
        );

    public SourceWriter Visit(ReverseStage stage) => text.Line($"{Slot(stage.Target)} = reversed {Slot(stage.Source)}");

    public SourceWriter Visit(SquaresStage stage) =>
        text.Line($"{Slot(stage.Target)} = sum of squares of {string.Join(", ", stage.Parameters)}");

    public SourceWriter Visit(SumTimeStage stage) =>
        text.Line($"{Slot(stage.Target)} = sum over time of {Slot(stage.Source)}");

    private SourceWriter Print(string kind, FusedStage stage)
    {
        using (text.Block(FormattableString.Invariant($"{kind} {stage.Name} [{stage.Units}], {stage.Gates} gates")))
        {
            text.Lines(
                stage.Segments.Select(segment =>
                    $"sum {Slot(segment.Operand)} * {segment.Pack}{(segment.IsAhead ? ", ahead" : "")}"
                )
            );
            return text.Lines(stage.Epilogue.Select(ProgramStepText.Of));
        }
    }

    private static string Slot(BufferRef slot) => ProgramSlots.Print(slot);
}
