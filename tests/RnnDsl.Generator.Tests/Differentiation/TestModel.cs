using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>Loss graphs: cells one above the other, a dense layer, a loss.</summary>
internal static class TestModel
{
    public static Graph Loss(string loss, params TestCell[] cells) => Loss(loss, reverse: false, cells);

    public static Graph Loss(string loss, bool reverse, params TestCell[] cells)
    {
        var (x, y) = (new NamedDim("X"), new NamedDim("Y"));
        var graph = new GraphBuilder("Loss");
        var outputs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var targetType = TestLosses.IsAtEveryStep(loss) ? TensorType.Seq(y) : TensorType.Vec(y);
        var target = new Formula(graph, graph.Input("target", targetType));

        var hidden = cells.Select((_, i) => (Dim)new NamedDim(i == 0 ? "H" : "H" + (i + 1))).ToArray();
        var parameters = cells
            .Select((cell, i) => cell.Declare(graph, "rnn" + (i + 1), i == 0 ? x : hidden[i - 1], hidden[i]))
            .ToList();
        var weights = new Formula(graph, graph.Parameter("head.W", TensorType.Mat(y, hidden[^1])));
        var bias = new Formula(graph, graph.Parameter("head.b", TensorType.Vec(y)));

        for (var i = 0; i < cells.Length; i++)
        {
            outputs = cells[i].Scan(outputs, parameters[i], hidden[i], reverse);
        }

        return graph.Build(TestLosses.Of(loss, outputs, weights, bias, target).Id);
    }
}
