using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Analysis;

/// <summary>Names for values: the user's, or for a value without one the names of what it is made of, or of what it goes into.</summary>
internal static class ValueNames
{
    private const string Adjoint = "d_";

    /// <summary><c>tanh_c</c>, <c>Wxh_x</c>, <c>i_in_add</c>.</summary>
    public static string Of(Graph graph, int id) =>
        graph[id].Name ?? FromOperands(graph[id], i => graph[i]) ?? FromReader(graph, id);

    /// <summary>The same in a graph that is not complete yet.</summary>
    public static string Of(GraphBuilder graph, int id) =>
        graph[id].Name ?? FromOperands(graph[id], i => graph[i]) ?? graph[id].Op.Name;

    /// <summary>A name without its path: <c>rnn.Wxh</c> is <c>Wxh</c>, <c>d_rnn.Wxh</c> is <c>d_Wxh</c>.</summary>
    public static string Short(string name)
    {
        var last = name.Substring(name.LastIndexOf('.') + 1);
        return last.Length < name.Length && name.StartsWith(Adjoint, StringComparison.Ordinal) ? Adjoint + last : last;
    }

    private static string? FromOperands(Node value, Func<int, Node> node)
    {
        var names = value.Inputs.Select(input => node(input).Name).ToList();
        return value.Op switch
        {
            { Kind: OpKind.Product } or { Name: "lookup" } when names[0] is { } w && names[1] is { } x => value.Op
            == Ops.MatTVec
                ? $"{w}_T_{Short(x)}"
                : $"{w}_{Short(x)}",
            { Kind: not OpKind.Region } when names.Count == 1 && names[0] is { } x => Prefixed(value.Op.Name, x),
            _ => null,
        };
    }

    private static string FromReader(Graph graph, int id)
    {
        var op = graph[id].Op.Name;
        var operand = graph[id].Inputs.Select(input => graph[input].Name).FirstOrDefault(input => input is not null);
        return NamedReader(graph, id) is { } reader ? $"{reader}_{op}"
            : operand is not null ? Prefixed(op, operand)
            : op;
    }

    // The nearest value with a name that it goes into.
    private static string? NamedReader(Graph graph, int id)
    {
        for (var reader = id + 1; reader < graph.Nodes.Count; reader++)
        {
            if (graph[reader].Inputs.Contains(id))
            {
                if (graph[reader].Name is { } name)
                {
                    return name;
                }

                id = reader;
            }
        }

        return null;
    }

    // The path stays in front.
    private static string Prefixed(string op, string name)
    {
        var path = name.LastIndexOf('.') + 1;
        return name.Substring(0, path) + op + "_" + name.Substring(path);
    }
}
