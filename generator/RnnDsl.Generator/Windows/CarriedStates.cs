using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Windows;

/// <summary>
/// Makes the states that a loss's loops start from inputs, and those that they end with outputs, so that a window of a sequence
/// goes on from the one before. What comes in is data: no gradient crosses from a window to the one before.
/// <code>
/// scan from zeros      ->  scan from carried_h
/// scan from Tanh(h0)   ->  scan from carried_h + start * Tanh(h0), where start is 1 in the first window, else 0
/// </code>
/// </summary>
public sealed class CarriedStates
{
    private readonly Graph graph;
    private readonly GraphBuilder builder;
    private readonly int[] moved;
    private readonly Dictionary<(int Scan, int State), int> carried = [];
    private readonly int? start;

    private CarriedStates(Graph graph)
    {
        this.graph = graph;
        builder = new GraphBuilder(graph.Name);
        moved = new int[graph.Nodes.Count];
        foreach (var id in graph.Inputs)
        {
            moved[id] = builder.Add(graph[id]);
        }

        var names = new UniqueNames(graph.Inputs.Concat(graph.Parameters).Select(id => graph[id].Name!));
        var loops = Enumerable.Range(0, graph.Nodes.Count).Where(id => graph[id].Op == Ops.Scan).ToList();
        foreach (var id in loops)
        {
            var body = graph[id].Scan!.Body;
            foreach (
                var (input, state) in body.Inputs.Take(graph[id].Scan!.States).Select((leaf, i) => (body[leaf], i))
            )
            {
                carried[(id, state)] = builder.Input(names.Take("carried_" + input.Name), input.Type);
            }
        }

        var isFromElsewhere = loops.Any(id => Initial(id).Any(value => !StateList.IsZero(graph, value)));
        start = isFromElsewhere ? builder.Input(names.Take("start"), TensorType.Scalar) : null;
        foreach (var id in graph.Parameters)
        {
            moved[id] = builder.Add(graph[id]);
        }
    }

    /// <exception cref="NotCausalException">A loop does not go on from window to window.</exception>
    public static CarriedLoss Of(Graph loss)
    {
        WindowRules.CheckStarts(loss);
        return new CarriedStates(loss).Build();
    }

    private CarriedLoss Build()
    {
        for (var id = 0; id < moved.Length; id++)
        {
            var node = graph[id];
            if (!node.IsLeaf)
            {
                var scan = id;
                moved[id] = builder.Copy(
                    node,
                    node.Inputs.Select((input, i) => Operand(scan, node, input, i)).ToList()
                );
            }
        }

        var finals = carried.Keys.Select(place => Final(place.Scan, place.State));
        var all = builder.Build([.. graph.Outputs.Select(id => moved[id]), .. finals]);
        return new CarriedLoss(all, carried.Count, start is not null);
    }

    private IEnumerable<int> Initial(int scan) => graph[scan].Inputs.Take(graph[scan].Scan!.States);

    private int Operand(int id, Node node, int input, int place)
    {
        if (place >= (node.Scan?.States ?? 0))
        {
            return moved[input];
        }

        var before = carried[(id, place)];
        return StateList.IsZero(graph, input)
            ? before
            : builder.Add(Ops.Add, before, builder.Add(Ops.Mul, start!.Value, moved[input]));
    }

    private int Final(int scan, int state)
    {
        var final = builder.Result(moved[scan], state);
        builder.NameResult(final);
        return final;
    }
}
