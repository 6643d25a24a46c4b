using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>The values of a graph and of its loops that are computed of parameters alone, each once, however many nodes compute it.</summary>
internal sealed class ParameterValues
{
    private readonly GraphBuilder builder = new("parameters");
    private readonly Dictionary<Node, int> known = [];

    /// <summary>For each node of a graph its value; null for a node that depends on the example.</summary>
    /// <param name="graph">A linked graph, or the body of one of its loops.</param>
    /// <param name="inputs">The values of its inputs, in order.</param>
    public IReadOnlyList<int?> Of(Graph graph, IReadOnlyList<int?> inputs)
    {
        var values = new int?[graph.Nodes.Count];
        var next = 0;
        for (var id = 0; id < values.Length; id++)
        {
            var node = graph[id];
            var operands = node.Inputs.Select(input => values[input]).ToList();
            values[id] =
                node.Op == Ops.Input ? inputs[next++]
                : IsComputed(node.Op) && !operands.Contains(null) ? Add(node, operands.Select(value => value!.Value))
                : null;
        }

        return values;
    }

    /// <summary>Whether a value is a parameter itself.</summary>
    public bool IsParameter(int value) => builder[value].IsLeaf;

    /// <summary>The graph of a value, with the parameters that it is computed of; its name is one for the value.</summary>
    public Graph Expression(int value)
    {
        var all = builder.Build(value);
        var live = Uses.Live(all);
        var copy = new GraphCopy(all, new GraphBuilder(NameOf(all, live)));
        foreach (var isLeaf in new[] { true, false })
        {
            for (var id = 0; id < live.Length; id++)
            {
                if (live[id] && all[id].IsLeaf == isLeaf)
                {
                    copy.Node(id);
                }
            }
        }

        return copy.Build();
    }

    // That of the user's local, or of the first parameter.
    private static string NameOf(Graph value, bool[] live)
    {
        if (value[value.Outputs[0]].Name is { } name)
        {
            return name;
        }

        var first = value.Parameters.Where(id => live[id]).Select(id => value[id].Name!).First();
        var path = first.LastIndexOf('.') + 1;
        return first.Substring(0, path) + "derived_" + first.Substring(path);
    }

    private static bool IsComputed(Op op) =>
        op == Ops.Parameter || op == Ops.Const || op == Ops.Size || op.Kind is OpKind.Elementwise or OpKind.Derived;

    private int Add(Node node, IEnumerable<int> operands)
    {
        var ids = operands.ToList();
        if (!node.IsLeaf && node.Inputs.Count > 0 && Trivial.Find(builder, node, ids) is { } trivial)
        {
            return builder[trivial].Op == Ops.Const ? Find(builder[trivial], [], trivial) : trivial;
        }

        return Find(node with { Origin = -1 }, ids, id: null);
    }

    private int Find(Node node, IReadOnlyList<int> operands, int? id)
    {
        var inputs = (
            node.Op.Commutes ? operands.OrderBy(operand => operand) : operands.AsEnumerable()
        ).ToEquatableArray();
        var key = node with { Inputs = inputs, Name = node.IsLeaf ? node.Name : null };
        if (!known.TryGetValue(key, out var found))
        {
            found = id ?? builder.Copy(node, operands);
            known[key] = found;
        }

        return found;
    }
}
