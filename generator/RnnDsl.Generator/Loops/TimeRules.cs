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

        if (node.Op == Ops.OneHot)
        {
            return SumOfMarks(node);
        }

        if (node.Op == Ops.Reverse)
        {
            return Sum(node.Inputs[0]);
        }

        if (node.Op == Ops.Outer)
        {
            return SumOfOuter(node) ?? graph.Add(Ops.SumTime, sequence);
        }

        if (node.Op == Ops.Scatter)
        {
            return SumOfScatter(node) ?? graph.Add(Ops.SumTime, sequence);
        }

        if (node.Op == Ops.Add && node.Type.IsMat && node.Inputs.All(IsOverTime))
        {
            return graph.Add(Ops.Add, Sum(node.Inputs[0]), Sum(node.Inputs[1]));
        }

        var isLinear = node.Op == Ops.MatVec || node.Op == Ops.MatTVec;
        return isLinear && readOnce.Contains(sequence)
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

        // Only what nobody else needs over time: else it is computed anyway. A mark is computed wherever it is read.
        var isComputedThere =
            node.Op == Ops.OneHot
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
        var staysZero = node.Op switch
        {
            var op when op == Ops.MatVec || op == Ops.MatTVec => isLast[1],
            var op when op == Ops.Neg || op == Ops.Sum || op == Ops.At || op == Ops.Fill || op == Ops.Div => isLast[0],
            var op when op.Kind == OpKind.Noise => isLast[0],
            var op when op == Ops.Mul => isLast[0] || isLast[1],
            var op when op == Ops.Add || op == Ops.Sub => isLast[0] && isLast[1],
            _ => false,
        };
        return staysZero ? graph.Add(Ops.AtLast, graph.Copy(node, inputs.Select(AtLastStep).ToList())) : null;
    }

    // The last of a state's values is its final value: then nobody may need the others.
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

    // A factor that is the same at every step, or zero at all steps but the last, leaves one outer product.
    private int? SumOfOuter(Node outer)
    {
        var (a, b) = (outer.Inputs[0], outer.Inputs[1]);
        if (graph[a].Op == Ops.AtLast || graph[b].Op == Ops.AtLast)
        {
            return graph.Add(Ops.Outer, AtLastStep(a), AtLastStep(b));
        }

        return (IsConstant(a), IsConstant(b)) switch
        {
            (false, false) => null,
            (true, true) => graph.Add(Ops.Outer, TimesLength(Constant(a)), Constant(b)),
            (true, false) => graph.Add(Ops.Outer, Constant(a), Sum(b)),
            (false, true) => graph.Add(Ops.Outer, Sum(a), Constant(b)),
        };
    }

    // One row gets the sum of what all steps add to it; rows that differ from step to step stay apart.
    private int? SumOfScatter(Node scatter)
    {
        var (token, d) = (scatter.Inputs[0], scatter.Inputs[1]);
        return graph[d].Op == Ops.AtLast ? graph.Add(Ops.Scatter, AtLastStep(token), graph[d].Inputs[0])
            : IsConstant(token) ? graph.Add(Ops.Scatter, Constant(token), Sum(d))
            : null;
    }

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
        graph[id].Op == Ops.Outer
            ? graph.Add(Ops.Outer, TimesLength(graph[id].Inputs[0]), graph[id].Inputs[1])
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
