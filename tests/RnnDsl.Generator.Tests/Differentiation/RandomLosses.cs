using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>
/// Losses that a person could declare and would not: two loops with states of any shape, started from anything, that read
/// each other's results, and smooth ops on whatever fits; and tokens, which are marked and looked up wherever they come. All values
/// are small, so that finite differences are exact enough.
/// </summary>
internal sealed class RandomLosses(int seed)
{
    private static readonly NamedDim H = new("H");
    private static readonly NamedDim X = new("X");
    private static readonly NamedDim K = new("K");
    private static readonly TensorType[] StateTypes = [TensorType.Vec(H), TensorType.Vec(X), TensorType.Scalar];

    private readonly Random random = new(seed);

    public Graph Create(bool forwardOnly = false)
    {
        var graph = new GraphBuilder("Random");
        graph.Input("xs", TensorType.Seq(X));
        graph.Input("v", TensorType.Vec(X));
        graph.Input("words", TensorType.Tokens(K));
        graph.Input("label", TensorType.Token(K));
        foreach (var (name, type) in Parameters())
        {
            graph.Parameter(name, type);
        }

        Grow(graph, 6, overTime: true, forwardOnly);
        for (var loop = 0; loop < 2; loop++)
        {
            AddScan(graph, loop, reverse: !forwardOnly && random.Next(4) == 0);
            Grow(graph, 6, overTime: true, forwardOnly);
        }

        var parts = Pick(graph, 4, IsNumbers).Select(id => ToScalar(new Formula(graph, id).Tanh())).ToList();
        return graph.Build(parts.Aggregate((a, b) => a + b).Id);
    }

    private static IEnumerable<(string Name, TensorType Type)> Parameters() =>
        [
            ("W", TensorType.Mat(H, X)),
            ("U", TensorType.Mat(H, H)),
            ("V", TensorType.Mat(X, H)),
            ("p", TensorType.Vec(H)),
            ("q", TensorType.Vec(X)),
            ("A", TensorType.Mat(H, K)),
            ("B", TensorType.Mat(K, H)),
            ("r", TensorType.Vec(K)),
        ];

    private static bool IsNumbers(TensorType type) => !type.IsMat && !type.IsToken;

    private void Grow(GraphBuilder graph, int count, bool overTime = false, bool forwardOnly = false)
    {
        var half = graph.Const(0.5);
        for (var added = 0; added < count; )
        {
            var isToken = overTime && random.Next(6) == 0;
            var a = new Formula(graph, Pick(graph, 1, type => type.IsToken || !isToken)[0]);
            var b = new Formula(graph, random.Next(6) == 0 ? half : Pick(graph, 1, _ => true)[0]);
            if (overTime && a.Type.OverTime && random.Next(3) == 0 ? TryTime(a, forwardOnly) : TryOp(a, b))
            {
                added++;
            }
        }
    }

    private bool TryOp(Formula a, Formula b)
    {
        try
        {
            if (a.Type.IsMat)
            {
                return !b.Type.IsMat && (b.Type.IsToken ? a.Apply(Ops.Lookup, b) : a * b).Id >= 0;
            }

            if (a.Type.IsToken)
            {
                return a.Apply(Ops.OneHot).Id >= 0;
            }

            if (b.Type.IsMat)
            {
                return false;
            }

            _ = random.Next(12) switch
            {
                0 or 1 => a + b,
                2 => a - b,
                3 or 4 => a * b,
                5 => a / (1 + b.Sigmoid()),
                6 => a.Tanh(),
                7 => a.Sigmoid(),
                8 => a.Tanh().Exp(),
                9 => a.Tanh().Square(),
                10 => (1 + a.Sigmoid()).Log() * (1 + b.Sigmoid()).Apply(Ops.Sqrt),
                _ when a.Type.IsVec => a.Sum(),
                _ => -a,
            };
            return true;
        }
        catch (ShapeException)
        {
            // Another try: these operands do not go with this op.
            return false;
        }
    }

    // Between steps and the example; a sum is made a mean, so that it stays small.
    private bool TryTime(Formula a, bool forwardOnly)
    {
        try
        {
            _ = random.Next(3) switch
            {
                0 => a.Last(),
                1 => a.SumTime() / new Formula(a.Graph, a.Graph.Add(Ops.Length)),
                _ => forwardOnly ? a.Last() : a.Apply(Ops.Reverse),
            };
            return true;
        }
        catch (ShapeException)
        {
            // There is no sum of tokens.
            return false;
        }
    }

    private void AddScan(GraphBuilder graph, int loop, bool reverse)
    {
        var types = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => StateTypes[random.Next(3)]).ToList();
        var initial = types.Select(type => Initial(graph, type)).ToList();
        var sequences = Pick(graph, 1 + random.Next(2), type => type.OverTime);
        var captures = graph
            .Nodes.Select((node, id) => (node, id))
            .Where(pair => pair.node.Op == Ops.Parameter)
            .Select(pair => pair.id)
            .Concat(Pick(graph, 3, type => !type.OverTime && !type.IsMat))
            .ToList();
        List<int> operands = [.. initial, .. sequences, .. captures];
        var body = new GraphBuilder($"Loop{loop}");
        foreach (var (operand, i) in operands.Select((operand, i) => (operand, i)))
        {
            body.Input($"v{i}", graph.TypeOf(operand).Step());
        }

        Grow(body, 9);
        var next = types.Select(type => Next(body, type)).ToList();
        var outputs = Pick(body, 1 + random.Next(2), IsNumbers);
        if (random.Next(2) == 0)
        {
            outputs[0] = next[0];
        }

        var region = new ScanRegion(
            body.Build([.. next, .. outputs]),
            types.Count,
            sequences.Count,
            captures.Count,
            outputs.Count,
            Summed: 0,
            reverse
        );
        var scan = graph.Scan(region, operands);
        for (var result = 0; result < types.Count + outputs.Count; result++)
        {
            graph.Result(scan, result);
        }
    }

    private int Initial(GraphBuilder graph, TensorType type)
    {
        var zero = graph.Const(0);
        return random.Next(3) == 0 ? Pick(graph, 1, other => other == type, zero)[0]
            : type.IsVec ? graph.Add(Ops.Fill, [zero], node => node with { Dim = type.Dims[0] })
            : zero;
    }

    // A state may also take an input or another state as it is: a delay.
    private int Next(GraphBuilder body, TensorType type)
    {
        var value = Pick(body, 1, other => other == type)[0];
        return random.Next(4) == 0 ? value : body.Add(Ops.Tanh, value);
    }

    private static Formula ToScalar(Formula value)
    {
        var step = value.Type.IsVec ? value.Sum() : value;
        return step.Type.OverTime ? step.SumTime() : step;
    }

    // The newest values are picked most, so that chains grow.
    private List<int> Pick(GraphBuilder graph, int count, Func<TensorType, bool> fits, int? otherwise = null)
    {
        var candidates = Enumerable
            .Range(0, graph.Nodes.Count)
            .Where(id => graph[id].Op != Ops.Scan && fits(graph.TypeOf(id)))
            .DefaultIfEmpty(otherwise ?? -1)
            .ToList();
        return Enumerable
            .Range(0, count)
            .Select(_ => candidates[Math.Max(random.Next(candidates.Count), random.Next(candidates.Count))])
            .ToList();
    }
}
