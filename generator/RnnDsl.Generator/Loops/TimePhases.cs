using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// Orders a graph's values into phases: those that are computed once, those computed for each step without waiting for the step
/// before, and loops. Each value is in the earliest phase of its kind in which all its operands are available.
/// </summary>
internal sealed class TimePhases
{
    private readonly Graph graph;
    private readonly bool[] uniform;
    private readonly HashSet<int> gradientParts;
    private readonly int[] phaseOf;
    private readonly List<TimePhase> phases = [];

    /// <param name="graph">The graph.</param>
    /// <param name="first">How many outputs are complete before anything that they do not need is computed.</param>
    public TimePhases(Graph graph, int first)
    {
        this.graph = graph;
        gradientParts = GradientParts.Find(graph, first);
        uniform = Uniforms.Of(graph);
        phaseOf = Enumerable.Repeat(-1, graph.Nodes.Count).ToArray();
        var forward = Uses.Ancestors(graph, graph.Outputs.Take(first));
        Place(id => forward[id], from: 0);
        Forward = phases.Count;
        Place(id => !forward[id], from: phases.Count);
    }

    public IReadOnlyList<TimePhase> Phases => phases;

    /// <summary>How many phases the first outputs need.</summary>
    public int Forward { get; }

    /// <summary>Leaves, and values that are computed wherever they are read: they belong to no phase.</summary>
    public bool IsFree(int id) => uniform[id] || graph[id].Op.Kind == OpKind.Leaf || Uniforms.IsMark(graph, id);

    private static PhaseKind KindOf(Node node) =>
        node.Op == Ops.Scan ? PhaseKind.Loop
        : node.Type.OverTime && node.Op.Kind != OpKind.Time ? PhaseKind.EachStep
        : PhaseKind.Once;

    private void Place(Func<int, bool> included, int from)
    {
        for (var id = 0; id < phaseOf.Length; id++)
        {
            if (!included(id) || IsFree(id) || gradientParts.Contains(id))
            {
                continue;
            }

            var node = graph[id];
            var earliest = node.Inputs.Select(input => phaseOf[input]).Append(from).Max();
            phaseOf[id] = node.Op == Ops.Result ? phaseOf[node.Inputs[0]] : Find(KindOf(node), earliest);
            phases[phaseOf[id]].Nodes.Add(id);
        }
    }

    private int Find(PhaseKind kind, int earliest)
    {
        var found = kind == PhaseKind.Loop ? -1 : phases.FindIndex(earliest, phase => phase.Kind == kind);
        if (found >= 0)
        {
            return found;
        }

        phases.Add(new TimePhase(kind));
        return phases.Count - 1;
    }
}
