using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Differentiation;

/// <summary>Reverse mode over a graph, through its loops.</summary>
public static class Reverse
{
    /// <summary>
    /// Takes a graph with one scalar output and no calls, and returns the graph whose outputs are that scalar and its gradient
    /// by each parameter, in the order of <see cref="Graph.Trained"/>, times <see cref="Ops.Seed"/>.
    /// </summary>
    /// <param name="loss">The graph. It is simplified: equal values would have adjoints twice.</param>
    /// <param name="states">How many outputs, behind the loss, are states that its windows carry on: they stay before the gradients.</param>
    /// <exception cref="ArgumentException">The graph does not have exactly one output, a scalar, before the states.</exception>
    public static Graph Differentiate(Graph loss, int states) => Differentiate(loss, states, Residuals.MostOps);

    /// <summary>The same with another limit to what is computed again instead of saved; 0 saves all but numbers.</summary>
    internal static Graph Differentiate(Graph loss, int states, int mostOps)
    {
        if (loss.Outputs.Count != 1 + states || loss[loss.Outputs[0]].Type != TensorType.Scalar)
        {
            var types = string.Join(", ", loss.Outputs.Select(output => loss[output].Type));
            throw new ArgumentException(
                $"'{loss.Name}' must have one output, a Scalar; it has ({types}).",
                nameof(loss)
            );
        }

        var forward = AdjointNames.Assign(loss, saved: []);
        var active = Activity.Of(forward, id => forward[id] is { IsFixed: false } leaf && leaf.Op == Ops.Parameter);
        var builder = new GraphBuilder(loss.Name);
        foreach (var node in forward.Nodes)
        {
            builder.Add(node);
        }

        var walk = new ReverseWalk(builder, active, mostOps);
        var seed = builder.Add(Ops.Seed);
        builder.SetName(seed, Ops.Seed.Name);
        walk.Add(forward.Outputs[0], seed);
        walk.Run();

        var gradients = forward.Trained.Select(id => walk.AdjointOf(id) ?? Zero(builder, forward[id])).ToList();
        return builder.Build([.. forward.Outputs, .. gradients]);
    }

    private static int Zero(GraphBuilder builder, Node parameter) => AdjointShape.Zero(builder, parameter.Type);
}
