using RnnDsl.Generator.Scheduling.Model;

namespace RnnDsl.Generator.Scheduling;

/// <summary>The slots that a stage reads and writes.</summary>
internal static class StageSlots
{
    public static IEnumerable<BufferRef> Of(Stage stage) =>
        stage switch
        {
            ClearStage clear => [clear.Target],
            CopyStage copy => [copy.Source, copy.Target],
            ReductionStage reduction => [reduction.Source, reduction.Target],
            SumTimeStage sum => [sum.Source, sum.Target],
            FusedStage fused => fused
                .Segments.Select(segment => segment.Operand)
                .Concat(fused.Epilogue.Select(Of).OfType<BufferRef>()),
            _ => [],
        };

    private static BufferRef? Of(EpilogueStep step) =>
        step switch
        {
            LoadStep load => load.Source,
            LoadScalarStep load => load.Source,
            StoreStep store => store.Target,
            _ => null,
        };
}
