using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>The programs of a declaration, as they are planned for one target.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Predict">Results of a batch; null where the declaration has none, or has errors.</param>
/// <param name="Stream">One step of one example; null where it cannot stream, or the target has no streams.</param>
/// <param name="Train">Loss and gradients of a batch; null where it is no training.</param>
public sealed record TargetPrograms(string Target, Program? Predict, Program? Stream, Program? Train)
{
    /// <summary>Results of a batch by the other public methods of a layer.</summary>
    public EquatableArray<MethodProgram> Others { get; init; } = EquatableArray<MethodProgram>.Empty;
}
