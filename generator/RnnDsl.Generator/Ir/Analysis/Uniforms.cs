using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Analysis;

/// <summary>
/// Values that are the same for every row and unit: numbers, sizes, the weight of an example, and values that are computed from
/// those alone. No buffer holds them: each epilogue that reads one rematerialises it.
/// </summary>
internal static class Uniforms
{
    /// <summary>
    /// Whether the value is a one-hot of an input token. Like a uniform value it is rematerialised in each epilogue that reads it, so
    /// that no buffer as wide as a vocabulary holds it.
    /// </summary>
    public static bool IsMark(Graph graph, int id) => graph[id].Op.IsMark && graph[graph[id].Inputs[0]].Op == Ops.Input;

    /// <summary>Whether a value is a number known before the program runs, which is written wherever it is read.</summary>
    public static bool IsNumber(Node node) => node.Op == Ops.Const || node.Op == Ops.Size;

    /// <summary>Whether a value is known to be zero.</summary>
    public static bool IsZero(Graph graph, int id)
    {
        var node = graph[id];
        return node.Op == Ops.Const
            ? node.Number is 0
            : (node.Op == Ops.Fill || node.Op == Ops.Spread || node.Op == Ops.AtLast) && IsZero(graph, node.Inputs[0]);
    }

    /// <summary>For each node, whether it is uniform.</summary>
    public static bool[] Of(Graph graph)
    {
        var uniform = new bool[graph.Nodes.Count];
        for (var id = 0; id < uniform.Length; id++)
        {
            var node = graph[id];
            uniform[id] =
                node.Op == Ops.Const
                || node.Op == Ops.Size
                || node.Op == Ops.Length
                || node.Op == Ops.WholeLength
                || node.Op == Ops.Seed
                || (
                    (node.Op.Kind is OpKind.Elementwise or OpKind.Repeat || node.Op == Ops.Spread)
                    && node.Inputs.All(input => uniform[input])
                );
        }

        return uniform;
    }
}
