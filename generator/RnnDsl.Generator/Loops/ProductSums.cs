using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// Reorders sums so that the products of matrices come first, <c>b + Wx * x + Wh * h</c> to <c>Wx * x + Wh * h + b</c>: they are one
/// accumulator of a stage, and the rest is its epilogue.
/// </summary>
public static class ProductSums
{
    public static Graph Apply(Graph graph)
    {
        graph = Uses.Trim(graph);
        var counts = Uses.Counts(graph);
        var inner = InnerSums(graph, counts);
        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            var node = graph[id];
            if (node.Scan is { } region)
            {
                var next = node with { Scan = region with { Body = Apply(region.Body) } };
                copy[id] = copy.Target.Copy(next, node.Inputs.Select(input => copy[input]));
            }
            else if (node.Op.IsSum && !inner[id])
            {
                copy[id] = Rebuild(copy, id, inner, counts);
            }
            else if (!inner[id])
            {
                copy.Node(id);
            }
        }

        return Uses.Trim(copy.Build());
    }

    /// <summary>Whether a node is a product that can be part of a stage's sum over k.</summary>
    public static bool IsProduct(Node node) => node.Op is { Kind: OpKind.Product, Term: null };

    // A sum that only another sum reads is a part of that one.
    private static bool[] InnerSums(Graph graph, int[] counts)
    {
        var inner = new bool[graph.Nodes.Count];
        foreach (var node in graph.Nodes.Where(node => node.Op.IsSum))
        {
            foreach (var input in node.Inputs)
            {
                inner[input] |= graph[input].Op.IsSum && counts[input] == 1;
            }
        }

        return inner;
    }

    private static int Rebuild(GraphCopy copy, int root, bool[] inner, int[] counts)
    {
        var terms = new List<int>();
        Flatten(copy.Source, root, inner, terms);
        var isFirst = terms.ToLookup(term => IsProduct(copy.Source[term]) && counts[term] == 1);
        var ordered = isFirst[true].Concat(isFirst[false]).ToList();
        var sum = copy[ordered[0]];
        foreach (var term in ordered.Skip(1))
        {
            sum = copy.Target.Add(Ops.Add, sum, copy[term]);
        }

        var node = copy.Source[root];
        if (node.Name is { } name)
        {
            copy.Target.SetName(sum, name);
        }

        return sum;
    }

    private static void Flatten(Graph graph, int id, bool[] inner, List<int> terms)
    {
        foreach (var input in graph[id].Inputs)
        {
            if (inner[input])
            {
                Flatten(graph, input, inner, terms);
            }
            else
            {
                terms.Add(input);
            }
        }
    }
}
