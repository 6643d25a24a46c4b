using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>
/// A recurrent cell as a test writes it down: parameters as <c>Wxh:H,X</c>, where X is the input's dim, H the cell's own and K
/// a third one; the step gets values by name and returns its result, then each state's next value.
/// </summary>
internal sealed record TestCell(
    string Name,
    string[] States,
    string[] Parameters,
    Func<Func<string, Formula>, Formula[]> Step
)
{
    public override string ToString() => Name;

    /// <summary>Adds the cell's parameters, under a path, to the leaves of a graph.</summary>
    public Dictionary<string, Formula> Declare(GraphBuilder graph, string path, Dim input, Dim hidden)
    {
        var values = new Dictionary<string, Formula>(StringComparer.Ordinal);
        foreach (var text in Parameters)
        {
            var (name, dims) = (text.Split(':')[0], text.Split(':')[1].Split(','));
            var sizes = dims.Select(dim => Size(dim, input, hidden)).ToArray();
            var type = sizes.Length == 2 ? TensorType.Mat(sizes[0], sizes[1]) : TensorType.Vec(sizes[0]);
            values[name] = new Formula(graph, graph.Parameter($"{path}.{name}", type));
        }

        return values;
    }

    /// <summary>Adds the loop over a sequence, from zeros or from given states, and returns its outputs.</summary>
    public Formula Scan(
        Formula sequence,
        Dictionary<string, Formula> parameters,
        Dim hidden,
        bool reverse = false,
        Formula[]? from = null
    )
    {
        var graph = sequence.Graph;
        var body = new GraphBuilder(Name + ".Scan");
        var leaves = new Dictionary<string, Formula>(StringComparer.Ordinal);
        foreach (var state in States)
        {
            leaves[state] = new Formula(body, body.Input(state, TensorType.Vec(hidden)));
        }

        leaves["x"] = new Formula(body, body.Input("x", sequence.Type.Step()));
        foreach (var (name, value) in parameters)
        {
            leaves[name] = new Formula(body, body.Input(name, value.Type));
        }

        var outputs = Step(name => leaves[name]).Select(value => value.Id).ToList();
        var region = new ScanRegion(
            body.Build([.. outputs.Skip(1), outputs[0]]),
            States.Length,
            Sequences: 1,
            parameters.Count,
            Stacked: 1,
            Summed: 0,
            reverse
        );
        var initial = from is not null
            ? from.Select(value => value.Id)
            : States.Select(_ => graph.Add(Ops.Fill, [graph.Const(0)], node => node with { Dim = hidden })).ToList();
        var scan = graph.Scan(region, [.. initial, sequence.Id, .. parameters.Values.Select(value => value.Id)]);
        return new Formula(graph, graph.Result(scan, States.Length));
    }

    private static Dim Size(string dim, Dim input, Dim hidden) =>
        dim switch
        {
            "X" => input,
            "H" => hidden,
            _ => new NamedDim(dim),
        };
}
