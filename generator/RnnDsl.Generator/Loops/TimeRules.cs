using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>The rewrites of <see cref="TimeAlgebra"/>.</summary>
internal sealed class TimeRules(GraphBuilder graph)
{
    private readonly HashSet<int> readOnce = [];
    private readonly Dictionary<int, int> lasts = [];

    /// <summary>Nobody but the next reader needs the value: it may be replaced.</summary>
    public void ReadOnce(int id) => readOnce.Add(id);

    /// <summary>The sum over the steps.</summary>
    public int Sum(int sequence)
    {
        var node = graph[sequence];
        if (IsConstant(sequence))
        {
            return TimesLength(Constant(sequence));
        }

        if (node.Op == Ops.AtLast)
        {
            return node.Inputs[0];
        }

        if (node.Op.IsMark)
        {
            return SumOfMarks(node);
        }

        if (node.Op == Ops.Reverse)
        {
            return Sum(node.Inputs[0]);
        }

        if (node.Op.Term is not null)
        {
            return SumOfTerm(node) ?? graph.Add(Ops.SumTime, sequence);
        }

        if (node.Op.IsSum && node.Type.IsMat && node.Inputs.All(IsOverTime))
        {
            return graph.Add(node.Op, Sum(node.Inputs[0]), Sum(node.Inputs[1]));
        }

        // The matrix of a product is a parameter, the same at every step.
        return node.Op.Kind == OpKind.Product && readOnce.Contains(sequence)
            ? graph.Add(node.Op, node.Inputs[0], Sum(node.Inputs[1]))
            : graph.Add(Ops.SumTime, sequence);
    }

    /// <summary>The value at the last step.</summary>
    public int Last(int sequence)
    {
        if (!lasts.TryGetValue(sequence, out var last))
        {
            last = FindLast(sequence);
            lasts[sequence] = last;
        }

        return last;
    }

    private int FindLast(int sequence)
    {
        var node = graph[sequence];
        if (IsConstant(sequence))
        {
            return Constant(sequence);
        }

        if (node.Op == Ops.AtLast)
        {
            return node.Inputs[0];
        }

        if (FinalState(node) is { } final)
        {
            return final;
        }

        // Only values without another use over time: others are computed anyway. A mark is rematerialised at each use.
        var isComputedThere =
            node.Op.IsMark
            || (
                readOnce.Contains(sequence) && (node.Op.IsPerUnit || node.Op.Kind is OpKind.Product or OpKind.Reduction)
            );
        return isComputedThere
            ? graph.Copy(node, node.Inputs.Select(input => IsOverTime(input) ? Last(input) : input).ToList())
            : graph.Add(Ops.Last, sequence);
    }

    /// <summary>An op on values that are zero but at the last step, where its result is zero too; null for any other.</summary>
    public int? OnlyLast(Node node, IReadOnlyList<int> inputs)
    {
        var isLast = inputs.Select(input => graph[input].Op == Ops.AtLast).ToList();
        var staysZero = node.Op.Linear switch
        {
            Linearity.First => isLast[0],
            Linearity.Second => isLast[1],
            Linearity.Each => isLast[0] || isLast[1],
            Linearity.Together => isLast[0] && isLast[1],
            _ => false,
        };

        // A term of a gradient is only ever summed, which has its own rule.
        return staysZero && node.Op.Term is null
            ? graph.Add(Ops.AtLast, graph.Copy(node, inputs.Select(AtLastStep).ToList()))
            : null;
    }

    // The last of a state's values is its final value, so its other values may be dead.
    private int? FinalState(Node node)
    {
        if (node.Op != Ops.Result || graph[node.Inputs[0]].Scan is not { Reverse: false } region)
        {
            return null;
        }

        var outputs = region.Body.Outputs;
        var state = Enumerable
            .Range(0, region.States)
            .Where(j => outputs[j] == outputs[(int)node.Number])
            .DefaultIfEmpty(-1)
            .First();
        if (state < 0)
        {
            return null;
        }

        var final = graph.Result(node.Inputs[0], state);
        graph.SetName(final, ValueNames.Of(region.Body, region.Body.Inputs.ElementAt(state)));
        return final;
    }

    // Where a linear operand is zero at all steps but the last, the last step's term is the sum; where all others are the same at every
    // step, that operand is summed.
    private int? SumOfTerm(Node term)
    {
        var linear = Enumerable.Range(0, term.Inputs.Count).Where(place => IsLinearIn(term.Op, place)).ToList();
        if (linear.Exists(place => graph[term.Inputs[place]].Op == Ops.AtLast))
        {
            return graph.Add(term.Op, [.. term.Inputs.Select(AtLastStep)]);
        }

        // One operand alone is summed where the gradient is.
        var summed =
            term.Inputs.Count == 1
                ? -1
                : linear.FindIndex(place =>
                    term.Inputs.Where((_, other) => other != place).All(input => IsConstant(input))
                );
        return summed < 0
            ? null
            : graph.Add(
                term.Op,
                [.. term.Inputs.Select((input, place) => place == linear[summed] ? Sum(input) : Constant(input))]
            );
    }

    private static bool IsLinearIn(Op op, int place) =>
        op.Linear == Linearity.Each || op.Linear == (place == 0 ? Linearity.First : Linearity.Second);

    // How often each token comes: a loop that counts needs no memory for the marks of all steps.
    private int SumOfMarks(Node marks)
    {
        var token = marks.Inputs[0];
        var name = "count_" + ValueNames.Of(graph, token);
        var body = new GraphBuilder(name);
        var count = body.Input(name, marks.Type.Step());
        var next = body.Add(Ops.Add, count, body.Add(Ops.OneHot, body.Input("token", graph.TypeOf(token).Step())));
        body.SetName(next, name);
        var region = new ScanRegion(body.Build(next), 1, 1, Captures: 0, Stacked: 0, Summed: 0, Reverse: false);
        var zero = graph.Add(Ops.Fill, [graph.Const(0)], node => node with { Dim = marks.Type.Dims[0] });
        return graph.Result(graph.Scan(region, [zero, token]), 0);
    }

    private int TimesLength(int id) =>
        graph[id].Op.Term is { Adjoint: var adjoint }
            ? graph.Add(
                graph[id].Op,
                [.. graph[id].Inputs.Select((input, place) => place == adjoint ? TimesLength(input) : input)]
            )
            : graph.Add(Ops.Mul, id, graph.Add(Ops.Length));

    private int AtLastStep(int id) => IsOverTime(id) ? Last(id) : id;

    /// <summary>Whether a value is the same at every step, and so is computed once.</summary>
    private bool IsConstant(int id) =>
        !IsOverTime(id)
        || graph[id].Op == Ops.Spread
        || (graph[id].Op.Kind == OpKind.Elementwise && graph[id].Inputs.All(IsConstant));

    private int Constant(int id) =>
        !IsOverTime(id) ? id
        : graph[id].Op == Ops.Spread ? graph[id].Inputs[0]
        : graph.Copy(graph[id], graph[id].Inputs.Select(Constant).ToList());

    private bool IsOverTime(int id) => graph.TypeOf(id).OverTime;
}
