using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Simplification;

/// <summary>Ops whose value is there already: <c>1 * x</c>, <c>x + 0</c>, <c>-(-x)</c>, the last step of a state's history.</summary>
internal static class Trivial
{
    /// <summary>The node that has the value of <paramref name="node"/> on <paramref name="inputs"/>, or null.</summary>
    public static int? Find(GraphBuilder graph, Node node, IReadOnlyList<int> inputs)
    {
        if (node.Op.Kind == OpKind.Elementwise && Numbers(graph, inputs) is { } numbers && node.Op != Ops.Fill)
        {
            return graph.Const(node.Op.Element!(numbers[0], numbers[numbers.Count - 1]));
        }

        return node.Op.Name switch
        {
            "mul" => Neutral(inputs[1], inputs[0], 1) ?? Neutral(inputs[0], inputs[1], 1),
            "add" => Neutral(inputs[1], inputs[0], 0) ?? Neutral(inputs[0], inputs[1], 0),
            "sub" => Neutral(inputs[1], inputs[0], 0),
            "div" => Neutral(inputs[1], inputs[0], 1),
            "neg" when graph[inputs[0]].Op == Ops.Neg => graph[inputs[0]].Inputs[0],
            "last" when graph[inputs[0]].Op == Ops.AtLast || graph[inputs[0]].Op == Ops.Spread => graph[
                inputs[0]
            ].Inputs[0],
            "reverse" when graph[inputs[0]].Op == Ops.Reverse => graph[inputs[0]].Inputs[0],
            "reverse" when graph[inputs[0]].Op == Ops.Spread => inputs[0],
            "last" => FinalState(graph, inputs[0]),
            _ => null,
        };

        int? Neutral(int operand, int other, double number) =>
            IsNumber(graph, operand, number) && Shape(operand, other) == graph.TypeOf(other) ? other : null;

        TensorType Shape(int a, int b) => Ops.Add.Shape([graph.TypeOf(a), graph.TypeOf(b)], node);
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
