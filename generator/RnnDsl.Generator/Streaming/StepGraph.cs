using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator.Streaming;

/// <summary>
/// Turns a graph on whole sequences into one on a single step: sequences become their value at this step, loops become their
/// body, and what they and the sums over time carry becomes state.
/// </summary>
public sealed class StepGraph
{
    private readonly Graph graph;
    private readonly GraphBuilder builder;
    private readonly int[] moved;
    private readonly StateList states;
    private readonly Dictionary<int, IReadOnlyList<int>> results = [];

    private StepGraph(Graph graph)
    {
        this.graph = graph;
        builder = new GraphBuilder(graph.Name);
        moved = new int[graph.Nodes.Count];
        foreach (var id in graph.Inputs)
        {
            moved[id] = builder.Input(graph[id].Name!, graph[id].Type.Step());
        }

        states = StateList.Of(graph, builder);
        foreach (var id in graph.Parameters)
        {
            moved[id] = builder.Add(graph[id]);
        }
    }

    /// <summary>
    /// The step of a linked graph. Run on each element of a sequence, it gives what the graph gives on the sequence so far; for
    /// a result that is itself a sequence, its last element.
    /// </summary>
    /// <exception cref="NotCausalException">Earlier results depend on later steps.</exception>
    public static StepProgram Of(Graph inference)
    {
        Causality.Check(inference);
        return new StepGraph(inference).Build();
    }

    private StepProgram Build()
    {
        for (var id = 0; id < moved.Length; id++)
        {
            var node = graph[id];
            if (node.Op == Ops.Scan)
            {
                results[id] = RunBody(id, node);
            }
            else if (!node.IsLeaf)
            {
                moved[id] = Move(id, node);
            }
        }

        var outputs = graph.Outputs.Select(output => moved[output]).Concat(states.Next);
        return new StepProgram(builder.Build([.. outputs]), states.States.ToEquatableArray());
    }

    private int Move(int id, Node node)
    {
        if (node.Op == Ops.Result)
        {
            return results[node.Inputs[0]][(int)node.Number];
        }

        if (node.Op == Ops.SumTime)
        {
            return states.Accumulate(id, 0, moved[node.Inputs[0]]);
        }

        if (node.Op == Ops.Length)
        {
            return states.Count();
        }

        // At the step that has just come, which is the last one, these are the value itself.
        return node.Op.Kind == OpKind.Time
            ? moved[node.Inputs[0]]
            : builder.Copy(node, node.Inputs.Select(input => moved[input]));
    }

    /// <summary>Puts the body of a loop in its place, and returns the values of its results after this step.</summary>
    private List<int> RunBody(int id, Node node)
    {
        var scan = node.Scan!;
        var operands = node.Inputs.Select((input, place) => place < scan.States ? Before(id, place) : moved[input]);
        var body = builder.Inline(scan.Body, operands.ToList());
        var outputs = scan.Body.Outputs.Select(output => body[output]).ToList();
        for (var state = 0; state < scan.States; state++)
        {
            states.SetNext(id, state, outputs[state]);
        }

        for (var sum = scan.States + scan.Stacked; sum < outputs.Count; sum++)
        {
            outputs[sum] = states.Accumulate(id, sum, outputs[sum]);
        }

        return outputs;
    }

    /// <summary>A state as the step finds it. A stream starts with zeros, so another initial value is added at the first step.</summary>
    private int Before(int scan, int place)
    {
        var state = states.Input(scan, place);
        var initial = graph[scan].Inputs[place];
        if (StateList.IsZero(graph, initial))
        {
            return state;
        }

        var isFirst = builder.Add(Ops.Equal, states.StepsBefore(), builder.Const(0));
        return builder.Add(Ops.Add, state, builder.Add(Ops.Mul, isFirst, moved[initial]));
    }
}
