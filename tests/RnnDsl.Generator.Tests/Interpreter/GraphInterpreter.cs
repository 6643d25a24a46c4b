using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Interpreter;

/// <summary>
/// Computes a linked graph for one example, node by node, in double precision: what every pass is tested against. It shares with
/// the generator only the element rules of the op table.
/// </summary>
/// <param name="size">How large each dim is.</param>
/// <param name="length">How many steps the example has.</param>
public sealed class GraphInterpreter(Func<Dim, int> size, int length)
{
    /// <summary>The adjoint of the loss.</summary>
    public double Seed { get; init; } = 1;

    /// <summary>The outputs, given the inputs and the parameters by name.</summary>
    public IReadOnlyList<Value> Run(Graph graph, Func<string, Value> leaf) =>
        Outputs(graph, graph.Nodes.Select((node, id) => IsLeaf(node) ? Checked(node, leaf(node.Name!)) : null));

    /// <summary>The outputs, given the inputs and the parameters in the order of the graph.</summary>
    public IReadOnlyList<Value> Run(Graph graph, IReadOnlyList<Value> leaves)
    {
        var next = 0;
        return Outputs(graph, graph.Nodes.Select(node => IsLeaf(node) ? Checked(node, leaves[next++]) : null));
    }

    private static bool IsLeaf(Node node) => node.Op == Ops.Input || node.Op == Ops.Parameter;

    private Value Checked(Node node, Value value)
    {
        var expected = Value.Zero(node.Type, size, length);
        var fits =
            expected.OverTime == value.OverTime
            && expected.Steps.Select(s => s.Length).SequenceEqual(value.Steps.Select(s => s.Length));
        return fits
            ? value
            : throw new ArgumentException($"{node.Name} is {node.Type} of {expected.Steps[0].Length} numbers");
    }

    private List<Value> Outputs(Graph graph, IEnumerable<Value?> leaves)
    {
        var values = leaves.ToArray();
        var scans = new Dictionary<int, IReadOnlyList<Value>>();
        for (var id = 0; id < values.Length; id++)
        {
            var node = graph[id];
            if (node.Op == Ops.Scan)
            {
                scans[id] = RunScan(node.Scan!, node.Inputs.Select(input => values[input]!).ToList());
            }
            else
            {
                values[id] ??=
                    node.Op == Ops.Result
                        ? scans[node.Inputs[0]][(int)node.Number]
                        : Compute(node, node.Inputs.Select(input => values[input]!).ToList());
            }
        }

        return graph.Outputs.Select(output => values[output]!).ToList();
    }

    private Value Compute(Node node, IReadOnlyList<Value> inputs) =>
        node.Op.Kind switch
        {
            OpKind.Leaf => Value.Scalar(
                node.Op == Ops.Const ? node.Number
                : node.Op == Ops.Size ? size(node.Dim!)
                : node.Op == Ops.Seed ? Seed
                : length
            ),
            OpKind.Time => TimeOps.Compute(node.Op, inputs[0], length),
            _ => new Value(
                node.Type.OverTime,
                Enumerable
                    .Range(0, node.Type.OverTime ? length : 1)
                    .Select(t => StepOps.Compute(node, inputs.Select(input => input.At(t)).ToList(), size))
                    .ToList()
            ),
        };

    private List<Value> RunScan(ScanRegion scan, IReadOnlyList<Value> inputs)
    {
        var states = inputs.Take(scan.States).ToList();
        var sequences = inputs.Skip(scan.States).Take(scan.Sequences).ToList();
        var captures = inputs.Skip(scan.States + scan.Sequences).ToList();
        var steps = new IReadOnlyList<Value>[length];
        foreach (var t in scan.Reverse ? Enumerable.Range(0, length).Reverse() : Enumerable.Range(0, length))
        {
            steps[t] = Run(scan.Body, [.. states, .. sequences.Select(sequence => sequence.Step(t)), .. captures]);
            states = steps[t].Take(scan.States).ToList();
        }

        var stacked = Enumerable
            .Range(scan.States, scan.Stacked)
            .Select(i => Value.Sequence(steps.Select(step => step[i].At(0)).ToArray()));
        var summed = Enumerable
            .Range(scan.States + scan.Stacked, scan.Summed)
            .Select(i => Value.Once(TimeOps.Total(steps.Select(step => step[i].At(0)).ToList())));
        return [.. states, .. stacked, .. summed];
    }
}
