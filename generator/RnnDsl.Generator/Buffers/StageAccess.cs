using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Buffers;

/// <summary>A slot that a stage reads or writes.</summary>
/// <param name="Line">
/// The line of the epilogue that does: it runs for some units of a row, and then for others. Null where the whole row is meant at
/// any time of the stage: the operand of a product is read again for each block of units.
/// </param>
internal sealed record StageAccess(BufferRef Slot, bool Writes, int? Line = null)
{
    public static IEnumerable<StageAccess> Of(Stage stage) => stage.Accept(StageAccesses.Instance);

    /// <summary>The buffers that stages write, or those that they read.</summary>
    public static HashSet<string> Buffers(IEnumerable<Stage> stages, bool writes) =>
        new(
            stages.SelectMany(Of).Where(access => access.Writes == writes).Select(access => access.Slot.Buffer),
            StringComparer.Ordinal
        );
}
