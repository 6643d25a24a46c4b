using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>The buffers that hold the values of the whole graph.</summary>
internal sealed class Placement(Graph graph)
{
    private readonly Dictionary<int, BufferRef> slots = [];

    public Graph Graph => graph;

    public bool[] Uniform { get; } = Uniforms.Of(graph);

    /// <summary>Whether a value is rematerialised at each use, and no buffer holds it.</summary>
    public bool IsFree(int id) => Uniform[id] || Uniforms.IsMark(graph, id);

    public void Put(int id, BufferRef slot) => slots[id] = slot;

    /// <summary>Where it is read, at the current step for a sequence; null for a value that no buffer holds.</summary>
    public ValueSource? Of(int id)
    {
        var node = graph[id];
        if (slots.TryGetValue(id, out var slot))
        {
            return new ValueSource.Slot(slot);
        }

        // One value for all steps is the value itself.
        return IsFree(id) ? null
            : node.Op == Ops.Parameter ? new ValueSource.Parameter(node.Name!)
            : node.Op == Ops.Spread ? Of(node.Inputs[0])
            : throw new InvalidOperationException($"{EquationText.Of(graph, id)} is read before it is computed");
    }
}
