using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>The values that one region computes, at one step.</summary>
/// <param name="Title">The region's title.</param>
/// <param name="Graph">Its inputs have sources; the rest is computed.</param>
/// <param name="Sources">Where each input is read (uniform ones have none).</param>
/// <param name="Targets">Where values are kept for others.</param>
/// <param name="Before">What distinguishes a state before the step from the one after it, in names.</param>
internal sealed record StepBody(
    string Title,
    Graph Graph,
    IReadOnlyDictionary<int, ValueSource> Sources,
    IReadOnlyDictionary<int, IReadOnlyList<BufferRef>> Targets,
    string Before
)
{
    /// <summary>The size of a value's row: a scalar and a token have one element.</summary>
    public Dim Width(int id) => WidthOf(Graph[id].Type);

    public static Dim WidthOf(TensorType type) => type.IsScalar || type.IsToken ? new FixedDim(1) : type.Dims[0];

    public IReadOnlyList<BufferRef> TargetsOf(int id) => Targets.TryGetValue(id, out var targets) ? targets : [];

    public BufferRef? SlotOf(int id) =>
        Sources.TryGetValue(id, out var source) ? (source as ValueSource.Slot)?.Ref : null;

    public string? ParameterOf(int id) =>
        Sources.TryGetValue(id, out var source) ? (source as ValueSource.Parameter)?.Path : null;
}
