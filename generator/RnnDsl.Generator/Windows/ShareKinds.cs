using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Windows;

/// <summary>Finds for a value how those of windows relate to that of the whole, given that of its operands.</summary>
internal static class ShareKinds
{
    /// <param name="graph">The graph; in it, <c>Length</c> counts as that of the whole.</param>
    /// <param name="node">The value.</param>
    /// <param name="kinds">For each node before it.</param>
    public static ShareKind Of(Graph graph, Node node, IReadOnlyList<ShareKind> kinds)
    {
        var inputs = node.Inputs.Select(input => kinds[input]).ToList();
        if (inputs.Any(kind => kind == ShareKind.Unknown))
        {
            return ShareKind.Unknown;
        }

        if (inputs.All(kind => kind == ShareKind.Own))
        {
            return node.Op == Ops.SumTime || IsSummed(graph, node) ? ShareKind.Share : ShareKind.Own;
        }

        // What is the same at every step is no step of a sequence, nor summed over them.
        return node.Op.Kind is OpKind.Time or OpKind.Region ? ShareKind.Unknown
            : IsLinear(node.Op.Linear, inputs) ? ShareKind.Share
            : ShareKind.Unknown;
    }

    // A loop's running sum of what each step adds.
    private static bool IsSummed(Graph graph, Node node) =>
        node.Op == Ops.Result && graph[node.Inputs[0]].Scan is { } scan && node.Number >= scan.States + scan.Stacked;

    private static bool IsLinear(Linearity linearity, List<ShareKind> inputs) =>
        linearity switch
        {
            Linearity.Together => true,
            Linearity.Each => inputs.Count(kind => kind == ShareKind.Share) == 1,
            Linearity.First => inputs.Skip(1).All(kind => kind == ShareKind.Own),
            Linearity.Second => inputs[0] == ShareKind.Own,
            _ => false,
        };
}
