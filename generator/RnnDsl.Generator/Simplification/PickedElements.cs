using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>
/// A sum of a vector's elements times a mark is the one element that the token picks: it is read, and the others, of which a zero times
/// infinity would be no number, are left alone. Of what is computed of one vector and of scalars, the vector's element is enough.
/// <code>
/// Sum(OneHot(label) * (x - m))       ->   x[label] - m
/// Sum(OneHot(label) * weights * x)   ->   weights[label] * x[label]
/// </code>
/// </summary>
public sealed class PickedElements
{
    private readonly GraphBuilder builder;
    private readonly Dictionary<(int Vector, int Token), int> picked = [];

    private PickedElements(string name) => builder = new GraphBuilder(name);

    public static Graph Apply(Graph graph) => Has(graph) ? new PickedElements(graph.Name).Copy(graph) : graph;

    private static bool Has(Graph graph) =>
        graph.Nodes.Any(node => node.Op.IsMark || (node.Scan is { } scan && Has(scan.Body)));

    private Graph Copy(Graph graph)
    {
        var map = new int[graph.Nodes.Count];
        for (var id = 0; id < map.Length; id++)
        {
            var node = graph[id];
            var inputs = node.Inputs.Select(input => map[input]).ToList();
            map[id] =
                (node.Op == Ops.Sum ? Sum(inputs[0]) : null)
                ?? (
                    node.Scan is { } scan
                        ? builder.Scan(scan with { Body = Apply(scan.Body) }, inputs)
                        : builder.Copy(node, inputs)
                );
            if (node.Name is { } name)
            {
                builder.SetName(map[id], name);
            }
        }

        return builder.Build([.. graph.Outputs.Select(output => map[output])]);
    }

    /// <summary>The replacement of the sum of a vector's elements; null keeps the sum.</summary>
    private int? Sum(int vector)
    {
        var node = builder[vector];
        if (node.Op == Ops.SumTime)
        {
            // The elements of each step first: one number a step is summed over time.
            return Sum(node.Inputs[0]) is { } sum ? builder.Add(Ops.SumTime, OverTime(sum)) : null;
        }

        if (IsLinear(node))
        {
            return Sum(node.Inputs[0]) is { } sum
                ? builder.Copy(node, node.Inputs.Select((input, i) => i == 0 ? sum : input).ToList())
                : null;
        }

        return Marked(vector)?.Element;
    }

    /// <summary>
    /// Of a product with a mark the token, and the product of the other factors at its place, which is null where there are none; null where
    /// no factor is a mark.
    /// </summary>
    private (int Token, int? Element)? Marked(int id)
    {
        if (IsMark(id))
        {
            return (TokenOf(id), null);
        }

        var node = builder[id];
        if (node.Op is not { Kind: OpKind.Elementwise, Linear: Linearity.Each })
        {
            return null;
        }

        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        return Times(a, b) ?? Times(b, a);

        // A number alone has no place, and may be one for all steps.
        (int Token, int? Element)? Times(int marked, int other) =>
            !builder.TypeOf(marked).IsVec || Marked(marked) is not (var token, var element) ? null
            : !builder.TypeOf(other).IsVec
                ? element is { } known ? (token, builder.Copy(node, [known, other]))
                    : null
            : (token, element is { } before ? builder.Copy(node, [before, At(other, token)]) : At(other, token));
    }

    private bool IsMark(int id) =>
        builder[id].Op.IsMark || (builder[id].Op == Ops.Last && builder[builder[id].Inputs[0]].Op.IsMark);

    // The last mark is that of the last token.
    private int TokenOf(int mark) =>
        builder[mark].Op.IsMark
            ? builder[mark].Inputs[0]
            : builder.Add(Ops.Last, builder[builder[mark].Inputs[0]].Inputs[0]);

    // -x, x / s: the sum's own.
    private bool IsLinear(Node node) =>
        node.Op is { Kind: OpKind.Elementwise, Linear: Linearity.First }
        && builder.TypeOf(node.Inputs[0]).IsVec
        && node.Inputs.Skip(1).All(input => builder.TypeOf(input).IsScalar);

    private int OverTime(int id) => builder.TypeOf(id).OverTime ? id : builder.Add(Ops.Spread, id);

    private int At(int vector, int token)
    {
        if (!picked.TryGetValue((vector, token), out var element))
        {
            var node = builder[vector];
            var vectors = node.Inputs.Where(input => builder.TypeOf(input).IsVec).ToList();
            element =
                node.Op == Ops.Fill ? node.Inputs[0]
                : node.Op.Kind == OpKind.Elementwise && vectors.Count == 1
                    ? builder.Copy(
                        node,
                        node.Inputs.Select(input => input == vectors[0] ? At(input, token) : input).ToList()
                    )
                : builder.Add(Ops.At, vector, token);
            picked[(vector, token)] = element;
        }

        return element;
    }
}
