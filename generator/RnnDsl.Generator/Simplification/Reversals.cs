using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>
/// Turns reversed sequences into loops that run the other way, so that nothing is copied: each sequence has a flag that says whether
/// it is reversed, and only where a reversed one meets one that is not is a copy reversed.
/// <code>
/// Reverse(backward.Scan(Reverse(xs)))   ->   backward, from the last step to the first, on xs
/// </code>
/// </summary>
public sealed class Reversals
{
    private readonly Graph graph;
    private readonly GraphBuilder builder;
    private readonly int[] moved;
    private readonly bool[] reversed;
    private readonly Dictionary<int, int> turned = [];

    private Reversals(Graph graph)
    {
        this.graph = graph;
        builder = new GraphBuilder(graph.Name);
        moved = new int[graph.Nodes.Count];
        reversed = new bool[graph.Nodes.Count];
    }

    public static Graph Apply(Graph graph) =>
        graph.Nodes.Any(node => node.Op == Ops.Reverse) ? new Reversals(graph).Run() : graph;

    private Graph Run()
    {
        for (var id = 0; id < moved.Length; id++)
        {
            Move(id, graph[id]);
        }

        return builder.Build([.. graph.Outputs.Select(AsItIs)]);
    }

    private void Move(int id, Node node)
    {
        if (node.Op == Ops.Reverse)
        {
            // The same steps, read from the other end.
            moved[id] = moved[node.Inputs[0]];
            reversed[id] = !reversed[node.Inputs[0]];
            return;
        }

        if (node.Op == Ops.Result)
        {
            moved[id] = builder.Copy(node, [moved[node.Inputs[0]]]);
            reversed[id] = node.Type.OverTime && reversed[node.Inputs[0]];
            return;
        }

        if (node.Op == Ops.Last && reversed[node.Inputs[0]])
        {
            moved[id] = First(moved[node.Inputs[0]]);
            SetName(id, node);
            return;
        }

        // A sum over the steps is the same from either end, up to rounding.
        var isTurned = node.Inputs.Any(input => reversed[input]) && node.Inputs.All(input => IsFree(input));
        if (isTurned && node.Scan is { } region)
        {
            node = node with { Scan = region with { Reverse = !region.Reverse } };
        }

        moved[id] = builder.Copy(node, node.Inputs.Select(input => isTurned ? moved[input] : AsItIs(input)));
        reversed[id] = isTurned && (node.Op == Ops.Scan || node.Type.OverTime);
    }

    // What is reversed, or the same at every step, or no sequence.
    private bool IsFree(int id) => reversed[id] || !graph[id].Type.OverTime || builder[moved[id]].Op == Ops.Spread;

    private void SetName(int id, Node node)
    {
        if (node.Name is { } name)
        {
            builder.SetName(moved[id], name);
        }
    }

    private int AsItIs(int id) => reversed[id] ? Turn(moved[id]) : moved[id];

    private int Turn(int id)
    {
        if (!turned.TryGetValue(id, out var result))
        {
            // Of a mark its token is turned, which is one number a step.
            turned[id] = result = builder[id].Op.IsMark
                ? builder.Copy(builder[id], [Turn(builder[id].Inputs[0])])
                : builder.Add(Ops.Reverse, id);
        }

        return result;
    }

    // The first step of a sequence: a loop that runs to it ends with its states; what is computed of such steps is computed there.
    private int First(int id)
    {
        var node = builder[id];
        if (!node.Type.OverTime)
        {
            return id;
        }

        if (node.Op == Ops.Spread)
        {
            return node.Inputs[0];
        }

        if (node.Op.IsPerUnit || node.Op.Kind is OpKind.Product or OpKind.Reduction)
        {
            return builder.Copy(node, node.Inputs.Select(First).ToList());
        }

        return FinalState(node) ?? builder.Add(Ops.Last, Turn(id));
    }

    private int? FinalState(Node node)
    {
        if (node.Op != Ops.Result || builder[node.Inputs[0]].Scan is not { Reverse: true } region)
        {
            return null;
        }

        var outputs = region.Body.Outputs;
        for (var state = 0; state < region.States; state++)
        {
            if (outputs[state] == outputs[(int)node.Number])
            {
                return builder.Result(node.Inputs[0], state);
            }
        }

        return null;
    }
}
