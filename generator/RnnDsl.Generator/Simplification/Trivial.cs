using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Simplification;

/// <summary>Ops whose value is there already: <c>1 * x</c>, <c>x + 0</c>, <c>-(-x)</c>, the last step of a state's history.</summary>
internal static class Trivial
{
    /// <summary>The node that has the value of <paramref name="node"/> on <paramref name="inputs"/>, or null.</summary>
    public static int? Find(GraphBuilder graph, Node node, IReadOnlyList<int> inputs)
    {
        if (node.Op.Kind == OpKind.Elementwise && Numbers(graph, inputs) is { } numbers && node.Dim is null)
        {
            return graph.Const(node.Op.Element!(numbers[0], numbers[numbers.Count - 1]));
        }

        if (node.Op.IsInvolution && graph[inputs[0]].Op == node.Op)
        {
            return graph[inputs[0]].Inputs[0];
        }

        return (node.Op.NeutralSecond is { } second ? Neutral(inputs[1], inputs[0], second) : null)
            ?? (node.Op.NeutralFirst is { } first ? Neutral(inputs[0], inputs[1], first) : null)
            ?? AtOneStep(graph, node.Op, inputs);

        int? Neutral(int operand, int other, double number) =>
            IsNumber(graph, operand, number) && Shape(operand, other) == graph.TypeOf(other) ? other : null;

        TensorType Shape(int a, int b) => node.Op.Shape([graph.TypeOf(a), graph.TypeOf(b)], node);
    }

    // What is the same at every step is the same at the last one, and from either end.
    private static int? AtOneStep(GraphBuilder graph, Op op, IReadOnlyList<int> inputs)
    {
        var isSpread = inputs.Count == 1 && graph[inputs[0]].Op == Ops.Spread;
        return op == Ops.Reverse && isSpread ? inputs[0]
            : op != Ops.Last ? null
            : isSpread || graph[inputs[0]].Op == Ops.AtLast ? graph[inputs[0]].Inputs[0]
            : FinalState(graph, inputs[0]);
    }

    // 0, also as a vector, and at every step.
    private static bool IsNumber(GraphBuilder graph, int id, double number) =>
        graph[id].Op == Ops.Const
            ? graph[id].Number.Equals(number)
            : (graph[id].Op == Ops.Fill || graph[id].Op == Ops.Spread) && IsNumber(graph, graph[id].Inputs[0], number);

    private static List<double>? Numbers(GraphBuilder graph, IReadOnlyList<int> inputs) =>
        inputs.All(input => graph[input].Op == Ops.Const) ? inputs.Select(input => graph[input].Number).ToList() : null;

    // In a loop from the first step to the last, what a state is after the last step is its final value.
    private static int? FinalState(GraphBuilder graph, int sequence)
    {
        if (graph[sequence].Op != Ops.Result || graph[graph[sequence].Inputs[0]].Scan is not { Reverse: false } scan)
        {
            return null;
        }

        var output = scan.Body.Outputs[(int)graph[sequence].Number];
        for (var state = 0; state < scan.States; state++)
        {
            if (scan.Body.Outputs[state] == output)
            {
                return graph.Result(graph[sequence].Inputs[0], state);
            }
        }

        return null;
    }
}
