using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Tests.Differentiation;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Graphs for the scheduler that are no losses: predictions, steps of a stream, and odd uses of sequences.</summary>
internal static class TestGraphs
{
    private static readonly NamedDim X = new("X");
    private static readonly NamedDim H = new("H");
    private static readonly NamedDim H2 = new("H2");
    private static readonly NamedDim K = new("K");
    private static readonly NamedDim Y = new("Y");

    /// <summary>Six gates, a projection in the step, and the value before the step in what is returned.</summary>
    public static TestCell SixGates { get; } =
        new(
            "SixGates",
            ["a", "b"],
            [
                .. Enumerable.Range(1, 6).SelectMany(i => new[] { $"W{i}:H,X", $"U{i}:H,H", $"b{i}:H" }),
                "P:K,H",
                "Q:H,K",
            ],
            v =>
            {
                Formula Gate(int i) =>
                    (v("b" + i) + (v("W" + i) * v("x")) + (v("U" + i) * v("a"))).Sigmoid().Named("g" + i);
                var g = Enumerable.Range(1, 6).Select(Gate).ToArray();
                var a = ((g[0] * v("a")) + (g[1] * g[2]) - (g[5] * v("b"))).Tanh().Named("a");
                var b = ((g[3] * v("b")) + (g[4] * a)).Named("b");
                return [(v("Q") * (v("P") * (a * v("b"))).Tanh()) + v("a"), a, b];
            }
        );

    /// <summary>States that only hand on: the one before, and the input.</summary>
    public static TestCell Delay { get; } =
        new(
            "Delay",
            ["first", "second"],
            ["W:H,X", "U:H,H"],
            v =>
            {
                var h = ((v("W") * v("x")) + (v("U") * v("second"))).Tanh();
                return [v("second"), h, v("first")];
            }
        );

    /// <summary>Normalizes its sums: two reductions in a row, in the middle of the step.</summary>
    public static TestCell LayerNorm { get; } =
        new(
            "LayerNorm",
            ["h"],
            ["W:H,X", "U:H,H", "gain:H", "shift:H"],
            v =>
            {
                var a = ((v("W") * v("x")) + (v("U") * v("h"))).Named("a");
                var size = new Formula(a.Graph, a.Graph.Add(Ops.Size, [], node => node with { Dim = a.Type.Dims[0] }));
                var centered = a - (a.Sum() / size);
                var variance = (centered.Square().Sum() / size).Named("variance");
                var small = new Formula(a.Graph, a.Graph.Const(1e-3));
                var scaled = centered / (variance + small).Apply(Ops.Sqrt);
                var h = ((v("gain") * scaled) + v("shift")).Tanh().Named("h");
                return [h, h];
            }
        );

    public static Graph Outputs(string what, TestCell cell, bool reverse = false)
    {
        var graph = new GraphBuilder("Forward");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var parameters = cell.Declare(graph, "rnn", X, H);
        var w = new Formula(graph, graph.Parameter("head.W", TensorType.Mat(Y, H)));
        var b = new Formula(graph, graph.Parameter("head.b", TensorType.Vec(Y)));
        var h = cell.Scan(xs, parameters, H, reverse);
        var length = new Formula(graph, graph.Add(Ops.Length));
        var result = what switch
        {
            "all" => h,
            "last" => h.Last(),
            "head at last" => (w * h.Last()) + b,
            "last of head" => ((w * h) + b).Last(),
            "head at every step" => (w * h) + b,
            "mean" => h.SumTime() / length,
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such output."),
        };
        return graph.Build(result.Id);
    }

    /// <summary>Two steps of a stack, with four states and the head's result.</summary>
    public static Graph Stream()
    {
        var graph = new GraphBuilder("Push");
        var x = new Formula(graph, graph.Input("x", TensorType.Vec(X)));
        var w = new Formula(graph, graph.Parameter("head.W", TensorType.Mat(Y, H2)));
        var (lower, upper) = (TestCells.Lstm, TestCells.Lstm);
        var first = lower.Declare(graph, "first", X, H);
        var second = upper.Declare(graph, "second", H, H2);
        foreach (var (values, dim, path) in new[] { (first, H, "first"), (second, H2, "second") })
        {
            foreach (var state in lower.States)
            {
                values[state] = new Formula(graph, graph.Input($"{path}.{state}", TensorType.Vec(dim)));
            }
        }

        first["x"] = x;
        var below = lower.Step(name => first[name]);
        second["x"] = below[0];
        var above = upper.Step(name => second[name]);
        return graph.Build([(w * above[0]).Id, .. below.Skip(1).Concat(above.Skip(1)).Select(value => value.Id)]);
    }

    /// <summary>A stream whose states change places, and whose result is the state before the step.</summary>
    public static Graph SwappingStream()
    {
        var graph = new GraphBuilder("Push");
        graph.Input("x", TensorType.Vec(H));
        var a = graph.Input("a", TensorType.Vec(H));
        var b = graph.Input("b", TensorType.Vec(H));
        return graph.Build(a, b, graph.Add(Ops.Add, a, 0));
    }

    /// <summary>A context vector captured by a loop, an initial state that is learned, the final state in the loss.</summary>
    public static Graph Context()
    {
        var graph = new GraphBuilder("Loss");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var start = new Formula(graph, graph.Parameter("start", TensorType.Vec(H)));
        var encoder = TestCells.Lstm.Declare(graph, "encoder", X, H);
        var v = new Formula(graph, graph.Parameter("V", TensorType.Mat(H2, H)));
        var decoder = TestCells.SimpleRnn.Declare(graph, "decoder", X, H2);
        var outputs = TestCells.Lstm.Scan(xs, encoder, H, from: [start.Tanh(), start]);
        var cell = new Formula(graph, graph.Result(graph[outputs.Id].Inputs[0], 1));
        decoder["bh"] = v * (outputs.Last() + cell);
        var h = TestCells.SimpleRnn.Scan(xs, decoder, H2);
        return graph.Build((h.Square().Sum().SumTime() + cell.Square().Sum()).Id);
    }

    /// <summary>A loop without states, from the last step to the first, on two values that come at the last step.</summary>
    public static Graph SumOfLastValues()
    {
        var graph = new GraphBuilder("Loss");
        var first = graph.Add(Ops.AtLast, graph.Input("first", TensorType.Vec(H)));
        var second = graph.Add(Ops.AtLast, graph.Input("second", TensorType.Vec(H)));
        var body = new GraphBuilder("Loop");
        var (a, b) = (body.Input("a", TensorType.Vec(H)), body.Input("b", TensorType.Vec(H)));
        var region = new ScanRegion(body.Build(body.Add(Ops.Add, a, b)), 0, 2, 0, 1, Summed: 0, Reverse: true);
        return graph.Build(graph.Result(graph.Scan(region, [first, second]), 0));
    }

    /// <summary>A loop from the last step to the first, whose state is added to a value of the last step, and read once more.</summary>
    public static Graph LastValueBesideAState()
    {
        var graph = new GraphBuilder("Loss");
        var start = graph.Input("start", TensorType.Vec(H));
        var value = graph.Add(Ops.AtLast, graph.Input("value", TensorType.Vec(H)));
        var body = new GraphBuilder("Loop");
        var (h, v) = (body.Input("h", TensorType.Vec(H)), body.Input("v", TensorType.Vec(H)));
        var sum = body.Add(Ops.Add, h, v);
        var region = new ScanRegion(body.Build(body.Add(Ops.Mul, sum, h), sum), 1, 1, 0, 1, Summed: 0, Reverse: true);
        return graph.Build(graph.Result(graph.Scan(region, [start, value]), 1));
    }

    /// <summary>A captured vector that goes through a product in every step: the product does not vary.</summary>
    public static Graph CapturedProduct()
    {
        var cell = new TestCell(
            "Attending",
            ["h"],
            ["W:H,X", "U:H,H", "C:H,K", "k:K"],
            v =>
            {
                var h = ((v("W") * v("x")) + (v("U") * v("h")) + (v("C") * v("k"))).Tanh().Named("h");
                return [h, h];
            }
        );
        var graph = new GraphBuilder("Loss");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var context = new Formula(graph, graph.Input("context", TensorType.Vec(K)));
        var values = cell.Declare(graph, "rnn", X, H);
        values["k"] = values["k"] * context;
        return graph.Build(cell.Scan(xs, values, H).Last().Square().Sum().Id);
    }

    /// <summary>Results that no op computes: an argument, a parameter, a number, one value for every step.</summary>
    public static Graph NothingToDo()
    {
        var graph = new GraphBuilder("Forward");
        var xs = graph.Input("xs", TensorType.Seq(X));
        var scale = graph.Input("scale", TensorType.Scalar);
        var v = graph.Parameter("v", TensorType.Vec(H));
        var two = graph.Const(2);
        var filled = graph.Add(Ops.Fill, [two], node => node with { Dim = H });
        return graph.Build(
            xs,
            scale,
            v,
            two,
            graph.Add(Ops.Spread, v),
            graph.Add(Ops.Spread, filled),
            graph.Add(Ops.AtLast, v),
            graph.Add(Ops.Mul, scale, xs),
            graph.Add(Ops.Last, xs)
        );
    }

    /// <summary>Parameters that the loss does not use, or uses only with a weight that is a number.</summary>
    public static Graph UnusedParameters()
    {
        var graph = new GraphBuilder("Loss");
        var x = new Formula(graph, graph.Input("x", TensorType.Vec(X)));
        var w = new Formula(graph, graph.Parameter("W", TensorType.Mat(H, X)));
        graph.Parameter("unused", TensorType.Mat(H, X));
        graph.Parameter("unusedToo", TensorType.Vec(H));
        var b = new Formula(graph, graph.Parameter("b", TensorType.Vec(H)));
        return graph.Build(((w * x) + b).Sum().Id);
    }

    /// <summary>Sequence ops without any loop, with broadcasts both ways and vectors that are parameters.</summary>
    public static Graph NoLoop()
    {
        var graph = new GraphBuilder("Loss");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var w = new Formula(graph, graph.Parameter("w", TensorType.Mat(H, X)));
        var u = new Formula(graph, graph.Parameter("u", TensorType.Mat(H2, H)));
        var gain = new Formula(graph, graph.Parameter("gain", TensorType.Vec(H)));
        var wide = gain * (w * xs).Tanh();
        var scale = (u * gain).Sum();
        var spread = (u * (scale * wide)).Square().Sum().SumTime();
        return graph.Build((spread / (wide.SumTime().Square().Sum() + wide.Last().Exp().Sum())).Id);
    }
}
