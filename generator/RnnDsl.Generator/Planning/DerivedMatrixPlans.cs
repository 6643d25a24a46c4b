using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Simplification;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>Plans how derived matrices are computed: what several have in common once.</summary>
internal static class DerivedMatrixPlans
{
    /// <summary>Those that a graph has as leaves, whole or in parts.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="training">Whether those that are trained have adjoints.</param>
    public static DerivedMatrices Of(Graph graph, bool training) =>
        Of(
            graph
                .Parameters.Select(id => graph[id])
                .Where(leaf => leaf.Derived is not null)
                .GroupBy(leaf => leaf.Part?.Of ?? leaf.Name!, leaf => leaf.Derived!)
                .Select(leaf => (leaf.Key, leaf.First()))
                .ToList(),
            training
        );

    /// <param name="matrices">The names and expressions.</param>
    /// <param name="training">Whether those that are trained have adjoints.</param>
    public static DerivedMatrices Of(IReadOnlyList<(string Name, Graph Expression)> matrices, bool training)
    {
        if (matrices.Count == 0)
        {
            return DerivedMatrices.None;
        }

        var builder = new GraphBuilder("derived");
        var adjoints = matrices
            .Select(matrix =>
                training && matrix.Expression.Trained.Any()
                    ? builder.Input(matrix.Name, matrix.Expression[matrix.Expression.Outputs[0]].Type)
                    : (int?)null
            )
            .ToList();
        var parameters = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in matrices.SelectMany(m => m.Expression.Parameters.Select(id => m.Expression[id])))
        {
            if (!parameters.ContainsKey(leaf.Name!))
            {
                parameters.Add(leaf.Name!, builder.Add(leaf));
            }
        }

        var outputs = matrices.Select(matrix => Add(builder, matrix.Expression, parameters)).ToArray();
        var forward = Simplify.Apply(builder.Build(outputs));
        var names = matrices.Select(matrix => matrix.Name).ToEquatableArray();
        if (adjoints.TrueForAll(adjoint => adjoint is null))
        {
            return new(names, forward, EquatableArray<string>.Empty);
        }

        var (graph, trained) = DerivedAdjoint.Of(forward, adjoints);
        return new(names, Simplify.Apply(graph), trained.ToEquatableArray());
    }

    private static int Add(GraphBuilder builder, Graph expression, Dictionary<string, int> parameters)
    {
        var arguments = expression.Parameters.Select(id => parameters[expression[id].Name!]).ToList();
        return builder.Inline(expression, arguments)[expression.Outputs[0]];
    }
}
