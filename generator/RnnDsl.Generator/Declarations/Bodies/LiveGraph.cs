using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>Removes dead nodes. Inputs stay: they are the method's signature.</summary>
public static class LiveGraph
{
    public static Graph Of(GraphBuilder builder, IReadOnlyList<int> outputs)
    {
        var graph = builder.Build(outputs.ToArray());
        var live = new bool[graph.Nodes.Count];
        foreach (var output in outputs)
        {
            live[output] = true;
        }

        for (var id = live.Length - 1; id >= 0; id--)
        {
            // Noise stays until the linker has counted it, as the reference execution does; a callee may contain some.
            live[id] |= IsKept(graph[id].Op);
            foreach (var input in live[id] ? graph[id].Inputs : EquatableArray<int>.Empty)
            {
                live[input] = true;
            }
        }

        var place = new int[live.Length];
        var kept = new List<Node>();
        for (var id = 0; id < live.Length; id++)
        {
            place[id] = kept.Count;
            if (live[id])
            {
                kept.Add(graph[id] with { Inputs = graph[id].Inputs.Select(i => place[i]).ToEquatableArray() });
            }
        }

        return new Graph(graph.Name, kept.ToEquatableArray(), outputs.Select(o => place[o]).ToEquatableArray());
    }

    private static bool IsKept(Op op) => op == Ops.Input || op == Ops.Each || op == Ops.Call || op.Kind == OpKind.Noise;
}
