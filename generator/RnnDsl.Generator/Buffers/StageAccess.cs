using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Buffers;

/// <summary>A slot that a stage reads or writes.</summary>
/// <param name="Line">
/// The line of the epilogue that does: it runs for some units of a row, and then for others. Null where the whole row is meant at
/// any time of the stage: the operand of a product is read again for each block of units.
/// </param>
internal sealed record StageAccess(BufferRef Slot, bool Writes, int? Line = null)
{
    public static IEnumerable<StageAccess> Of(Stage stage) =>
        stage switch
        {
            ClearStage clear => [new(clear.Target, Writes: true)],
            CopyStage copy => [new(copy.Source, Writes: false), new(copy.Target, Writes: true)],
            ReductionStage { Token: { } token } at =>
            [
                new(at.Source, Writes: false),
                new(token, Writes: false),
                new(at.Target, Writes: true),
            ],
            ReductionStage reduction => [new(reduction.Source, Writes: false), new(reduction.Target, Writes: true)],
            SquaresStage squares => [new(squares.Target, Writes: true)],
            SumTimeStage sum => [new(sum.Source, Writes: false), new(sum.Target, Writes: true)],
            JoinStage join =>
            [
                new(join.First, Writes: false),
                new(join.Second, Writes: false),
                new(join.Target, Writes: true),
            ],
            PartStage part => [new(part.Source, Writes: false), new(part.Target, Writes: true)],
            ReverseStage reverse => [new(reverse.Source, Writes: false), new(reverse.Target, Writes: true)],
            FusedStage fused => fused
                .Segments.Select(segment => new StageAccess(segment.Operand, Writes: false))
                .Concat(fused.Epilogue.Select(Of).OfType<StageAccess>()),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage whose slots nobody knows."),
        };

    /// <summary>The buffers that stages write, or those that they read.</summary>
    public static HashSet<string> Buffers(IEnumerable<Stage> stages, bool writes) =>
        new(
            stages.SelectMany(Of).Where(access => access.Writes == writes).Select(access => access.Slot.Buffer),
            StringComparer.Ordinal
        );

    private static StageAccess? Of(EpilogueStep step, int line) =>
        step switch
        {
            LoadStep load => new(load.Source, Writes: false, line),
            LoadScalarStep load => new(load.Source, Writes: false),
            LoadTableStep load => new(load.Token, Writes: false),
            MaskStep { Time: { } time } => new(time, Writes: false),
            StoreStep store => new(store.Target, Writes: true, line),
            _ => null,
        };
}
