using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Ir;

/// <summary>Graphs that no person would write: every op on whatever fits, loops in both directions, unused and equal values.</summary>
internal sealed class RandomGraphs(int seed)
{
    private static readonly NamedDim H = new("H");
    private static readonly NamedDim X = new("X");

    // Of some numbers they are no number, or one that grows without bound from op to op.
    private static readonly Op[] Partial =
    [
        Ops.Log,
        Ops.Sqrt,
        Ops.Div,
        Ops.Exp,
        Ops.Expm1,
        Ops.Square,
        Ops.Pow,
        Ops.LogGamma,
        Ops.Digamma,
    ];

    private static readonly Op[] Ordinary = Ops
        .All.Where(op => op.Kind is OpKind.Elementwise or OpKind.Product or OpKind.Reduction or OpKind.Time)
        .Where(op => !Partial.Contains(op))
        .ToArray();

    private static readonly Op[] InLoops = Ordinary.Where(op => op.Kind != OpKind.Time).ToArray();

    private readonly Random random = new(seed);

    public Graph Create()
    {
        var graph = new GraphBuilder("Random");
        graph.Input("xs", TensorType.Seq(X));
        graph.Input("x", TensorType.Vec(X));
        graph.Input("s", TensorType.Scalar);
        graph.Parameter("W", TensorType.Mat(H, X));
        graph.Parameter("U", TensorType.Mat(H, H));
        graph.Parameter("b", TensorType.Vec(H));
        Grow(graph, Ordinary, 12);
        AddScan(graph);
        Grow(graph, Ordinary, 6);
        AddScan(graph);
        Grow(graph, Ordinary, 6);
        var values = Enumerable.Range(0, graph.Nodes.Count).Where(id => graph[id].Op != Ops.Scan).ToList();
        return graph.Build(Enumerable.Range(0, 3).Select(_ => values[random.Next(values.Count)]).ToArray());
    }

    private void Grow(GraphBuilder graph, Op[] ops, int count)
    {
        graph.Const(random.Next(3) - 1);
        for (var added = 0; added < count; )
        {
            var op = ops[random.Next(ops.Length)];
            var inputs = Enumerable.Range(0, op.Arity).Select(_ => random.Next(graph.Nodes.Count)).ToArray();
            if (inputs.Any(id => graph[id].Op == Ops.Scan))
            {
                continue;
            }

            try
            {
                graph.Add(op, inputs, node => op == Ops.Fill ? node with { Dim = random.Next(2) == 0 ? H : X } : node);
                added++;
            }
            catch (ShapeException)
            {
                // Another try: these operands do not go with this op.
            }
        }
    }

    private void AddScan(GraphBuilder graph)
    {
        var (states, sequences, captures) = (random.Next(3), 1 + random.Next(2), random.Next(4));
        var operands = new List<int>();
        operands.AddRange(Pick(graph, states, type => !type.OverTime && !type.IsMat));
        operands.AddRange(Pick(graph, sequences, type => type.OverTime));
        operands.AddRange(Pick(graph, captures, type => !type.OverTime));
        var body = new GraphBuilder("Body");
        for (var i = 0; i < operands.Count; i++)
        {
            body.Input($"v{i}", graph.TypeOf(operands[i]).Step());
        }

        Grow(body, InLoops, 8);

        // A next state must have its state's type; the state itself always has.
        var next = Enumerable
            .Range(0, states)
            .Select(state => Pick(body, 1, type => type == body.TypeOf(state))[0])
            .Select(id => random.Next(4) == 0 ? id : body.Add(Ops.Tanh, id))
            .ToList();
        var (stacked, summed) = (1 + random.Next(3), random.Next(3));
        var outputs = Pick(body, stacked + summed, _ => true);
        if (states > 0 && random.Next(2) == 0)
        {
            outputs[0] = next[0];
        }

        var region = new ScanRegion(
            body.Build([.. next, .. outputs]),
            states,
            sequences,
            captures,
            stacked,
            summed,
            Reverse: random.Next(2) == 0
        );
        var scan = graph.Scan(region, operands);
        for (var i = 0; i < 3; i++)
        {
            graph.Result(scan, random.Next(states + stacked + summed));
        }

        graph.Add(Ops.Last, graph.Result(scan, states));
    }

    private List<int> Pick(GraphBuilder graph, int count, Func<TensorType, bool> fits)
    {
        var candidates = Enumerable
            .Range(0, graph.Nodes.Count)
            .Where(id => graph[id].Op != Ops.Scan && fits(graph.TypeOf(id)))
            .ToList();
        return Enumerable.Range(0, count).Select(_ => candidates[random.Next(candidates.Count)]).ToList();
    }
}
