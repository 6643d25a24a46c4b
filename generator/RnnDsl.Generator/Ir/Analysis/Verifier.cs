using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Analysis;

/// <summary>Checks what every pass must leave behind; run after each one.</summary>
public static class Verifier
{
    /// <summary>Checks a graph and the bodies of its scans.</summary>
    /// <param name="linked">Whether calls are gone.</param>
    /// <exception cref="InvalidOperationException">A rule is broken; the message holds the node's text.</exception>
    public static void Check(Graph graph, bool linked = true) => Check(graph, linked, isBody: false);

    private static void Check(Graph graph, bool linked, bool isBody)
    {
        var leavesEnded = false;
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            var node = graph[id];
            Require(!node.IsLeaf || !leavesEnded, "inputs and parameters come before all other nodes");
            leavesEnded |= !node.IsLeaf;
            Require(!node.IsLeaf || node.Name is not null, "an input or a parameter has a name");
            Require(node.Inputs.All(input => input >= 0 && input < id), "operands come before the node");
            Require(
                node.Op.Arity < 0 || node.Inputs.Count == node.Op.Arity,
                $"{node.Op} has another number of operands"
            );
            Require(
                !linked || (node.Op != Ops.Call && node.Op != Ops.Each && node.Op != Ops.L2),
                $"no {node.Op} is left after linking"
            );
            Require((node.Op == Ops.Scan) == (node.Scan is not null), "a scan, and nothing else, has a body");
            Require(
                !isBody || (node.Op != Ops.Length && node.Op != Ops.WholeLength && node.Op != Ops.Scan),
                $"{node.Op} is not for the body of a scan"
            );
            Require(
                node.Inputs.All(input => !graph[input].HasResults) || node.Op == Ops.Result,
                "a scan has no value: a result picks one"
            );
            if (node.Scan is { } scan)
            {
                Check(scan.Body, linked, isBody: true);
            }

            var inferred = Infer(id);
            Require(node.Type == inferred, $"its type should be {inferred}");

            void Require(bool condition, string rule)
            {
                if (!condition)
                {
                    throw Broken(graph, rule, GraphText.Print(node, id));
                }
            }
        }

        foreach (var leaves in isBody ? [] : new[] { graph.Inputs, graph.Parameters })
        {
            foreach (var two in leaves.GroupBy(id => graph[id].Name).Where(two => two.Skip(1).Any()))
            {
                throw Broken(graph, "inputs have different names, and so have parameters", two.Key ?? "");
            }
        }

        foreach (var output in graph.Outputs)
        {
            if (output < 0 || output >= graph.Nodes.Count || graph[output].Op == Ops.Scan)
            {
                throw Broken(graph, "outputs are values of the graph", "-> %" + NumberText.Print(output));
            }
        }

        TensorType Infer(int id)
        {
            var node = graph[id];
            try
            {
                return node.Op == Ops.Result
                    ? RegionShapes.Result(graph[node.Inputs[0]], (int)node.Number)
                    : node.Op.Shape(node.Inputs.Select(input => graph[input].Type).ToList(), node);
            }
            catch (ShapeException e)
            {
                throw Broken(graph, e.Message, GraphText.Print(node, id));
            }
        }
    }

    private static InvalidOperationException Broken(Graph graph, string rule, string node) =>
        new($"graph {graph.Name}: {rule}: {node}");
}
