using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// Names for the values that the backward code speaks of. In <c>i = Sigmoid(Wxi * x + bi)</c> the sum becomes <c>i_in</c>, so
/// that its adjoint is <c>d_i_in</c>; in <c>h = o * Tanh(c)</c> the unnamed factor becomes <c>h_tanh</c>.
/// </summary>
internal static class AdjointNames
{
    /// <summary>The name of the adjoint of a value.</summary>
    public static string Of(string name) => "d_" + name;

    /// <summary>
    /// Names the curved ops that the user did not name, and what goes into any of them; and each of <paramref name="saved"/>,
    /// which needs a place in memory that a person can recognise.
    /// </summary>
    public static Graph Assign(Graph graph, ICollection<int> saved)
    {
        var nodes = graph.Nodes.ToList();
        var taken = new HashSet<string>(nodes.Where(node => node.Name is not null).Select(node => node.Name!));

        // The nearest name downstream: values flow from the front to the back, so it is known when the walk arrives.
        var near = new string?[nodes.Count];
        for (var id = nodes.Count - 1; id >= 0; id--)
        {
            if (nodes[id].Name is null && near[id] is { } owner && (IsCurve(nodes[id].Op) || saved.Contains(id)))
            {
                nodes[id] = nodes[id] with { Name = Unused($"{owner}_{nodes[id].Op}", taken) };
            }

            var node = nodes[id];
            foreach (var input in node.Inputs)
            {
                near[input] = node.Name ?? near[id] ?? near[input];
                if (IsCurve(node.Op) && node.Name is not null && IsUnnamedValue(nodes[input]))
                {
                    nodes[input] = nodes[input] with { Name = Unused(node.Name + "_in", taken) };
                }
            }
        }

        return graph with
        {
            Nodes = nodes.ToEquatableArray(),
        };
    }

    /// <summary><paramref name="wanted"/>, or that with the first number that makes it new.</summary>
    private static string Unused(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static bool IsCurve(Op op) => op is { Kind: OpKind.Elementwise, Arity: 1, Linear: Linearity.None };

    private static bool IsUnnamedValue(Node node) =>
        node.Name is null && node.Op.Kind is not (OpKind.Leaf or OpKind.Region);
}
