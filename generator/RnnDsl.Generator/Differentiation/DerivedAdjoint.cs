using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Differentiation;

/// <summary>Reverse mode over the expressions of derived matrices.</summary>
public static class DerivedAdjoint
{
    /// <summary>
    /// Adds to the graph of some matrices the adjoint of each trained parameter that has one, given the adjoints of the matrices.
    /// </summary>
    /// <param name="matrices">The graph: its outputs are the matrices, and the first inputs the adjoints of those that have one.</param>
    /// <param name="adjoints">For each output its input; null for a matrix of parameters that are not trained.</param>
    /// <returns>The graph, and the parameters that its outputs behind the matrices belong to.</returns>
    public static (Graph Graph, IReadOnlyList<string> Trained) Of(Graph matrices, IReadOnlyList<int?> adjoints)
    {
        var builder = new GraphBuilder(matrices.Name);
        foreach (var node in matrices.Nodes)
        {
            builder.Add(node);
        }

        var active = Activity.Of(matrices, id => matrices[id] is { IsFixed: false } leaf && leaf.Op == Ops.Parameter);
        var walk = new ReverseWalk(builder, active);
        for (var i = 0; i < adjoints.Count; i++)
        {
            if (adjoints[i] is { } adjoint)
            {
                walk.Add(matrices.Outputs[i], adjoint);
            }
        }

        walk.Run();
        var trained = matrices.Trained.Where(id => walk.AdjointOf(id) is not null).ToList();
        return (
            builder.Build([.. matrices.Outputs, .. trained.Select(id => walk.AdjointOf(id)!.Value)]),
            trained.Select(id => matrices[id].Name!).ToList()
        );
    }
}
