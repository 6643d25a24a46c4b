using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Scheduling;

/// <summary>A name for a value that the user gave none: <c>tanh_c</c>, <c>Wxh_x</c>.</summary>
internal static class ValueNames
{
    public static string Of(Graph graph, int id) => Of(id, i => graph[i]);

    public static string Of(GraphBuilder graph, int id) => Of(id, i => graph[i]);

    /// <summary>The last part of a path: <c>rnn.Wxh</c> is <c>Wxh</c>.</summary>
    public static string Short(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static string Of(int id, Func<int, Node> node)
    {
        var value = node(id);
        if (value.Name is { } name)
        {
            return name;
        }

        var inputs = value.Inputs.Select(input => node(input).Name).ToList();
        return value.Op switch
        {
            var op when op.Kind == OpKind.Product && inputs[0] is { } w && inputs[1] is { } x => op == Ops.MatTVec
                ? $"{w}_T_{Short(x)}"
                : $"{w}_{Short(x)}",
            var op when inputs.Count == 1 && inputs[0] is { } x => $"{Prefix(x)}{op.Name}_{Short(x)}",
            var op => op.Name,
        };
    }

    private static string Prefix(string name) => name.Substring(0, name.LastIndexOf('.') + 1);
}
