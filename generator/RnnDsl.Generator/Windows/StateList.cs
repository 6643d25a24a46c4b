using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Windows;

/// <summary>
/// The states of a stream: those of each loop, a running sum for each sum over time, and the number of steps where anything
/// needs it. All are known before the first op, since leaves come first in a graph.
/// </summary>
internal sealed class StateList(GraphBuilder builder, IEnumerable<string> taken)
{
    private readonly UniqueNames names = new(taken);
    private readonly Dictionary<(int Node, int Index), int> places = [];
    private readonly List<int> inputs = [];
    private readonly List<int?> next = [];
    private int? steps;

    public IEnumerable<StreamState> States =>
        inputs.Select(input => new StreamState(builder[input].Name!, builder.TypeOf(input)));

    /// <summary>The next value of each state; valid once all nodes of the step are added.</summary>
    public IEnumerable<int> Next =>
        next.Select(value => value ?? throw new InvalidOperationException("A state has no next."));

    /// <summary>Adds the states' inputs.</summary>
    public static StateList Of(Graph graph, GraphBuilder builder)
    {
        var leaves = graph.Inputs.Concat(graph.Parameters);
        var list = new StateList(builder, leaves.Select(id => graph[id].Name!));
        var counts = false;
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            var node = graph[id];
            counts |= node.Op == Ops.Length;
            if (node.Op == Ops.SumTime)
            {
                list.Add((id, 0), node.Name ?? "sum", node.Type);
            }
            else if (node.Scan is { } scan)
            {
                counts |= node.Inputs.Take(scan.States).Any(initial => !IsZero(graph, initial));
                list.AddLoop(id, scan);
            }
        }

        if (counts)
        {
            list.Add((-1, 0), "steps", TensorType.Scalar);
        }

        return list;
    }

    /// <summary>Whether a value is the constant zero, as an initial state is unless the user gives another.</summary>
    public static bool IsZero(Graph graph, int id) =>
        graph[id].Op == Ops.Fill
            ? IsZero(graph, graph[id].Inputs[0])
            : graph[id].Op == Ops.Const && Math.Abs(graph[id].Number) <= 0;

    /// <summary>The value before this step of the state that belongs to that place of a node.</summary>
    public int Input(int node, int index) => inputs[places[(node, index)]];

    public void SetNext(int node, int index, int value) => next[places[(node, index)]] = value;

    /// <summary>Adds a value to a running sum, and returns the new sum.</summary>
    public int Accumulate(int node, int index, int value)
    {
        var sum = builder.Add(Ops.Add, Input(node, index), value);
        SetNext(node, index, sum);
        return sum;
    }

    /// <summary>How many steps came before this one.</summary>
    public int StepsBefore()
    {
        Count();
        return Input(-1, 0);
    }

    /// <summary>How many steps there are with this one.</summary>
    public int Count() => steps ??= Accumulate(-1, 0, builder.Const(1));

    private void AddLoop(int id, ScanRegion scan)
    {
        var leaves = scan.Body.Inputs.ToList();
        for (var state = 0; state < scan.States; state++)
        {
            Add((id, state), scan.Body[leaves[state]].Name!, scan.Body[leaves[state]].Type);
        }

        for (var sum = scan.States + scan.Stacked; sum < scan.Body.Outputs.Count; sum++)
        {
            var value = scan.Body[scan.Body.Outputs[sum]];
            Add((id, sum), value.Name is { } name ? "sum_" + name : "sum", value.Type);
        }
    }

    private void Add((int Node, int Index) place, string name, TensorType type)
    {
        places[place] = inputs.Count;
        inputs.Add(builder.Input(names.Take(name), type));
        next.Add(null);
    }
}
