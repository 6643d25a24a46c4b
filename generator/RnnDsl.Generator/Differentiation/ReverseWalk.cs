using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// The walk from the results to the leaves: each value's adjoint is complete when the walk reaches it, and its op's rule hands
/// adjoints on to its operands. The forward nodes come first in <paramref name="builder"/>; the walk appends the rest.
/// </summary>
/// <param name="builder">Holds the forward graph, followed by leaves alone.</param>
/// <param name="active">For each forward node, whether it needs an adjoint.</param>
/// <param name="mostOps">The most ops that rematerialise one value of a loop, instead of saving it.</param>
internal sealed class ReverseWalk(GraphBuilder builder, IReadOnlyList<bool> active, int mostOps = Residuals.MostOps)
{
    private readonly int?[] adjoints = new int?[active.Count];
    private readonly Dictionary<int, Dictionary<int, int>> results = [];

    public GraphBuilder Builder => builder;

    public int MostOps => mostOps;

    /// <summary>The adjoint of a forward node, or null: zero, or never asked for.</summary>
    public int? AdjointOf(int id) => adjoints[id];

    public bool IsActive(int id) => active[id];

    /// <summary>Adds to the adjoint of a forward node.</summary>
    public void Add(int id, int adjoint)
    {
        if (active[id])
        {
            var part = AdjointShape.Fit(builder, adjoint, builder.TypeOf(id));
            adjoints[id] = adjoints[id] is { } sum ? builder.Add(Ops.Add, sum, part) : part;
        }
    }

    /// <summary>Walks over all forward nodes. Adjoints of the results have been added before.</summary>
    public void Run()
    {
        for (var id = active.Count - 1; id >= 0; id--)
        {
            Visit(id, builder[id]);
        }
    }

    /// <summary>
    /// Puts <paramref name="scan"/>, which hands out more results, in the place of a scan, and moves the picks of its results.
    /// </summary>
    public void Replace(int id, Node scan, Func<int, int> move)
    {
        builder.Replace(id, scan);
        for (var pick = id + 1; pick < builder.Nodes.Count; pick++)
        {
            if (builder[pick].Op == Ops.Result && builder[pick].Inputs[0] == id)
            {
                builder.Replace(pick, builder[pick] with { Number = move((int)builder[pick].Number) });
            }
        }
    }

    private void Visit(int id, Node node)
    {
        if (node.Op == Ops.Scan && results.TryGetValue(id, out var adjointsOfResults))
        {
            new ScanAdjoint(this, id, adjointsOfResults).Run();
        }
        else if (adjoints[id] is { } adjoint)
        {
            Name(node, adjoint);
            Pass(id, node, adjoint);
        }
    }

    private void Pass(int id, Node node, int adjoint)
    {
        if (node.Op == Ops.Result)
        {
            var scan = node.Inputs[0];
            var ofScan = results.TryGetValue(scan, out var known) ? known : results[scan] = [];
            var index = (int)node.Number;
            ofScan[index] = ofScan.TryGetValue(index, out var sum) ? builder.Add(Ops.Add, sum, adjoint) : adjoint;
        }
        else if (node.Op.Kind != OpKind.Leaf)
        {
            var rule =
                node.Op.Adjoint ?? throw new InvalidOperationException($"The op '{node.Op}' has no adjoint rule.");
            var parts = rule(builder, node.Inputs, id, adjoint);
            for (var i = 0; i < node.Inputs.Count; i++)
            {
                if (parts[i] is { } part)
                {
                    Add(node.Inputs[i], part);
                }
            }
        }
    }

    private void Name(Node node, int adjoint)
    {
        if (node.Name is null || adjoint < active.Count || builder[adjoint].Op.Kind == OpKind.Leaf)
        {
            return;
        }

        // A state's adjoint comes in from the later step by this name: with what this step adds to it, it is the total.
        var name = AdjointNames.Of(node.Name);
        var carried =
            node.Op.Kind != OpKind.Leaf && builder.Nodes.Any(leaf => leaf.Op == Ops.Input && leaf.Name == name);
        builder.SetName(adjoint, carried ? name + "_total" : name);
    }
}
