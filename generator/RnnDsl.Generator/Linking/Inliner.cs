using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>Inlines methods and their calls into a graph. Types are inferred again, so a call with a sequence lifts the method.</summary>
/// <param name="Graph">The graph that receives the copies.</param>
/// <param name="Parameters">The node of each parameter by its path: a parameter of the program, a capture in a scan's body.</param>
/// <param name="IsRoot">Whether the nodes copied come from the linked method itself, so that their origin is valid.</param>
internal sealed record Inliner(GraphBuilder Graph, IReadOnlyDictionary<string, int> Parameters, bool IsRoot)
{
    /// <summary>Numbers the noises; null in inference, which has none.</summary>
    public NoiseSites? Sites { get; init; }

    /// <summary>The numbers of the steps; in a scan's body, of the step.</summary>
    public int? Time { get; init; }

    /// <summary>Whether a value that is not a sequence belongs to a single step: in a scan's body, and in a lifted method.</summary>
    public bool IsEachStep { get; init; }

    /// <summary>Whether it copies into a scan's body.</summary>
    public bool IsInLoop { get; init; }

    /// <summary>Inlines a method, given its arguments (and states); returns its outputs.</summary>
    public IReadOnlyList<int> Method(LinkScope scope, Method method, IReadOnlyList<int> arguments)
    {
        var bound = scope.Bind(method, arguments.Select(Graph.TypeOf).ToList());
        return Body(bound, method.Body, arguments);
    }

    private List<int> Body(LinkScope bound, Graph body, IReadOnlyList<int> arguments)
    {
        var map = new int[body.Nodes.Count];
        var loops = new Dictionary<int, IReadOnlyList<int>>();
        var next = 0;
        for (var id = 0; id < map.Length; id++)
        {
            var node = body[id];
            try
            {
                if (node.Each is { } loop)
                {
                    loops[id] = Each(bound, loop, node.Inputs.Select(input => map[input]).ToList());
                    continue;
                }

                if (node.Results is not null)
                {
                    loops[id] = CallAll(bound, node, node.Inputs.Select(input => map[input]).ToList());
                    continue;
                }

                map[id] =
                    node.Op == Ops.Input ? arguments[next++]
                    : node.Op == Ops.Parameter ? Parameters[bound.Qualify(node.Name!)]
                    : node.Op.Noise is { } noise ? Noise(bound, node, noise, map[node.Inputs[0]], map[node.Inputs[1]])
                    : node.Op == Ops.MaxTime ? Named(bound, node, MaxOverTime(map[node.Inputs[0]]))
                    : node.Op == Ops.Result && loops.TryGetValue(node.Inputs[0], out var results)
                        ? Picked(bound, body, node, results[(int)node.Number])
                    : node.Op == Ops.L2 ? Penalty(bound, node)
                    : node.Op == Ops.Call && IsNextState(bound, body, id) ? NextState(bound, node, map[id - 1])
                    : node.Op == Ops.Call ? Call(bound, node, node.Inputs.Select(input => map[input]).ToList())
                    : Copy(bound, node, node.Inputs.Select(input => map[input]));
            }
            catch (ShapeException e) when (IsRoot)
            {
                throw new LinkException(e.Message, node.Origin);
            }
        }

        return body.Outputs.Select(output => map[output]).ToList();
    }

    /// <summary>Unrolls a loop over an array of layers: each iteration starts from the results of the previous one.</summary>
    private IReadOnlyList<int> Each(LinkScope scope, LayerLoop loop, List<int> inputs)
    {
        var count = loop.Body.Outputs.Count;
        IReadOnlyList<int> values = inputs.Take(count).ToList();
        foreach (var turn in scope.Turns(loop))
        {
            values = Body(turn, loop.Body, [.. values, .. inputs.Skip(count)]);
        }

        return values;
    }

    /// <summary>Adds the loop of a cell's Step, and picks one of its results.</summary>
    /// <param name="scope">The cell.</param>
    /// <param name="step">Its Step.</param>
    /// <param name="given">The sequences, then the initial states, which are zeros if left out.</param>
    /// <param name="state">The state whose final value is requested; null for the values that Step returns.</param>
    public int Scan(LinkScope scope, Method step, IReadOnlyList<int> given, string? state = null)
    {
        var cell = scope.Definition;
        var body = new GraphBuilder(scope.Qualify("Scan"));
        var states = cell
            .States.Select(field => body.Input(scope.Qualify(field.Name), scope.Translate(field.Type)))
            .ToList();
        var arguments = step
            .Body.Inputs.Take(step.Arguments)
            .Select(id => step.Body[id])
            .Select(input => body.Input(scope.Qualify(input.Name!), scope.Translate(input.Type)))
            .ToList();
        int? time =
            Sites is not null && NoiseUse.IsEachStep(scope, step)
                ? body.Input(scope.Qualify("time"), NoiseSites.Time.Step())
                : null;
        var captures = ParameterUse.Of(scope, step);
        var captured = captures.ToDictionary(
            capture => capture.Name,
            capture => body.Input(capture.Name, capture.Type),
            StringComparer.Ordinal
        );
        var inner = new Inliner(body, captured, IsRoot: false)
        {
            Sites = Sites,
            Time = time,
            IsEachStep = true,
            IsInLoop = true,
        };
        var outputs = inner.Method(scope, step, [.. arguments, .. states]);
        var region = new ScanRegion(
            body.Build([.. outputs.Skip(1), outputs[0]]),
            States: states.Count,
            Sequences: arguments.Count + (time is null ? 0 : 1),
            Captures: captures.Count,
            Stacked: 1,
            Summed: 0,
            Reverse: false
        );
        var from =
            given.Count > arguments.Count
                ? given.Skip(arguments.Count)
                : cell.States.Select(field => Zero(scope.Translate(field.Type))).ToList();
        var scan = Graph.Scan(
            region,
            [
                .. from,
                .. given.Take(arguments.Count),
                .. time is null ? [] : new[] { Time!.Value },
                .. captures.Select(capture => Parameters[capture.Name]),
            ]
        );
        return Graph.Result(scan, state is null ? states.Count : Place(cell, state));
    }

    private static int Place(Definition cell, string state)
    {
        var names = cell.States.Select(field => field.Name).ToList();
        var place = names.IndexOf(state);
        return place >= 0
            ? place
            : throw new LinkException($"{cell.Id} has no state {state}; it has {string.Join(", ", names)}");
    }

    /// <summary>
    /// Whether a call belongs to the same <c>Final</c> as the previous one. A <c>Final</c> is a call for each state, in order, and all
    /// are results of one loop, whose noises are counted once.
    /// </summary>
    private static bool IsNextState(LinkScope scope, Graph body, int id)
    {
        if (id == 0 || body[id - 1].Op != Ops.Call || !body[id - 1].Inputs.Equals(body[id].Inputs))
        {
            return false;
        }

        var (before, next) = (body[id - 1].Callee!, body[id].Callee!);
        if (!CalleeName.AreOfOneFinal(before, next))
        {
            return false;
        }

        var cell = scope.Target(next).Scope.Definition;
        return Place(cell, CalleeName.State(next)!) > Place(cell, CalleeName.State(before)!);
    }

    private int NextState(LinkScope scope, Node call, int before)
    {
        var cell = scope.Target(call.Callee!).Scope.Definition;
        var place = Place(cell, CalleeName.State(call.Callee!)!);
        return Named(scope, call, Graph.Result(Graph[before].Inputs[0], place));
    }

    private int Call(LinkScope scope, Node call, IReadOnlyList<int> arguments) =>
        Named(scope, call, AtEachStep(call, CallAll(scope, call, arguments)[0]));

    // A loop over layers has named its results; those of a call get the names of the caller.
    private int Picked(LinkScope scope, Graph body, Node pick, int result) =>
        body[pick.Inputs[0]].Op == Ops.Call ? Named(scope, pick, AtEachStep(pick, result)) : result;

    // A method on vectors that ignores its argument returns one value, though a sequence is required.
    private int AtEachStep(Node node, int result) =>
        node.Type.OverTime && !Graph.TypeOf(result).OverTime ? Graph.Add(Ops.Spread, result) : result;

    private IReadOnlyList<int> CallAll(LinkScope scope, Node call, IReadOnlyList<int> arguments)
    {
        var (target, method) = scope.Target(call.Callee!);
        try
        {
            var isLifted = arguments
                .Take(method.Arguments)
                .Where((id, i) => Graph.TypeOf(id).OverTime && !method.Body[i].Type.OverTime)
                .Any();
            var inner = this with { IsRoot = false, IsEachStep = IsEachStep || isLifted };
            return target.Definition.Kind == DeclarationKind.Cell && !CalleeName.IsStep(call.Callee!)
                ? [inner.Scan(target, method, arguments, CalleeName.State(call.Callee!))]
                : inner.Method(target, method, arguments);
        }
        catch (ShapeException e)
        {
            throw new ShapeException($"{call.Callee}: {e.Message}");
        }
    }

    /// <summary>Adds the numbers of a noise; in inference its expectation replaces it.</summary>
    private int Noise(LinkScope scope, Node node, NoiseRule noise, int x, int rate)
    {
        if (Graph[rate] is not { Op: var op, Number: var number } || op != Ops.Const || !Mask.IsRate(number))
        {
            throw new ShapeException($"{node.Op.Method} needs a constant rate, at least 0 and below 1");
        }

        if (Sites is null)
        {
            return noise.Mean switch
            {
                NoiseMean.One => x,
                NoiseMean.Rate => Graph.Add(Ops.Mul, rate, x),
                _ when Graph.TypeOf(x).OverTime => Graph.Add(Ops.Spread, Zero(Graph.TypeOf(x))),
                _ => Zero(Graph.TypeOf(x)),
            };
        }

        var isAtStep = noise.EachStep && (Graph.TypeOf(x).OverTime || IsEachStep);
        var mask = new Mask(number, Sites.Next(), EquatableArray<Dim>.Empty);
        var linked = node with { Op = noise.Linked(), Mask = mask };
        return Copy(scope, linked, [x, isAtStep ? Time!.Value : Graph.Const(0)]);
    }

    /// <summary>Adds a loop that computes the maximum over the steps, starting from the least float.</summary>
    private int MaxOverTime(int sequence)
    {
        var type = Graph.TypeOf(sequence).Step();
        var body = new GraphBuilder("Max");
        var before = body.Input("max", type);
        var max = body.Add(Ops.Maximum, before, body.Input("x", type));
        body.SetName(max, "max");
        var region = new ScanRegion(body.Build(max), 1, 1, Captures: 0, Stacked: 0, Summed: 0, Reverse: false);
        var least = Filled(Graph.Const(float.MinValue), type);
        return Graph.Result(Graph.Scan(region, [least, sequence]), 0);
    }

    private int Named(LinkScope scope, Node node, int result)
    {
        if (node.Name is { } name)
        {
            Graph.SetName(result, scope.Qualify(name));
        }

        Graph.NameResult(result);
        return result;
    }

    /// <summary>Adds the sum of the squares of all matrices of a layer.</summary>
    private int Penalty(LinkScope scope, Node node)
    {
        var matrices = ParameterUse.Matrices(scope.Child(node.Callee!)).ToList();
        if (matrices.Find(matrix => matrix.IsTable) is { Name: { } table })
        {
            throw new ShapeException(
                $"an L2 of '{table}' would change each of its rows in each step, and a step touches only those that its tokens pick: "
                    + "write the L2 of the other layers, one by one, or train with AdamW, which decays the rows that are picked"
            );
        }

        var squares = matrices.Select(matrix => Parameters[matrix.Name]).ToList();
        return squares.Count == 0
            ? Graph.Const(0)
            : Copy(scope, node with { Op = Ops.SumOfSquares, Callee = null, Name = node.Name ?? "l2" }, squares);
    }

    private int Copy(LinkScope scope, Node node, IEnumerable<int> inputs) =>
        IsInLoop && node.Op.Kind == OpKind.Parameter
            ? throw new ShapeException(
                "a sum of squares of parameters is the same at every step: add it to the loss, not in a Step"
            )
            : Graph.Copy(
                node with
                {
                    Name = node.Name is { } name ? scope.Qualify(name) : null,
                    Dim = node.Dim is { } dim ? scope.Translate(dim) : null,
                    Origin = IsRoot ? node.Origin : -1,
                },
                inputs
            );

    private int Zero(TensorType type) => Filled(Graph.Const(0), type);

    private int Filled(int number, TensorType type) =>
        type.IsScalar ? number : Graph.Add(Ops.Fill, [number], node => node with { Dim = type.Dims[0] });
}
