using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// Moves the product that ends a step to the start of the next one, where its sum goes through the equations without leaving the
/// registers. Instead of the sum, what it is made of is carried, which the gradients of the weights keep for every step anyway.
/// <code>
/// step: d_in = d_h * (1 - h * h);  next d_h = Whhᵀ * d_in   ->   step: d_h = Whhᵀ * d_in after;  next d_in = d_h * (1 - h * h)
/// </code>
/// </summary>
public static class LoopRotation
{
    public static Graph Apply(Graph graph)
    {
        graph = Uses.Trim(graph);
        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        var readers = Uses.Readers(graph);
        var rotations = new Dictionary<int, ScanRotation>();
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            var node = graph[id];
            if (node.Scan is { } region)
            {
                var used = readers[id].Select(result => (int)graph[result].Number);
                rotations[id] = new ScanRotation(copy, node, region, [.. used]);
                copy[id] = rotations[id].Add();
            }
            else if (node.Op == Ops.Result)
            {
                copy[id] = copy.Target.Result(copy[node.Inputs[0]], rotations[node.Inputs[0]].Result((int)node.Number));
                if (node.Name is { } name)
                {
                    copy.Target.SetName(copy[id], name);
                }
            }
            else
            {
                copy.Node(id);
            }
        }

        return Uses.Trim(copy.Build());
    }
}
