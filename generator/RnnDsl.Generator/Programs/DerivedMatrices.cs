using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>
/// The matrices that are computed of parameters alone: once a version of them, before weights are packed. Their adjoints are passed on to
/// the parameters once a step, after gradients are summed.
/// </summary>
/// <param name="Names">The names of their leaves; a program that works on parts of one names the parts.</param>
/// <param name="Graph">
/// Computes the matrices, its first outputs, of the parameters; and of their adjoints, the inputs, the adjoints of
/// <paramref name="Trained"/>.
/// </param>
/// <param name="Trained">The parameters that get a gradient, in the order of the outputs; empty in inference.</param>
public sealed record DerivedMatrices(EquatableArray<string> Names, Graph Graph, EquatableArray<string> Trained)
{
    /// <summary>No matrix.</summary>
    public static DerivedMatrices None { get; } =
        new(
            EquatableArray<string>.Empty,
            new Graph("", EquatableArray<Node>.Empty, EquatableArray<int>.Empty),
            EquatableArray<string>.Empty
        );

    /// <summary>The matrices that have an adjoint, by name, with its input.</summary>
    public IEnumerable<(string Name, int Input)> Adjoints => Graph.Inputs.Select(id => (Graph[id].Name!, id));

    /// <summary>The nodes that compute the matrices, without leaves, in order.</summary>
    public IEnumerable<int> Forward => Nodes(isForward: true);

    /// <summary>The nodes that compute adjoints, in order; they may read those of <see cref="Forward"/>.</summary>
    public IEnumerable<int> Backward => Nodes(isForward: false);

    /// <summary>The equations: <c>A = W - Transpose(W)</c>.</summary>
    public IEnumerable<string> Equations => Names.Select(Equation);

    /// <summary>The node of a matrix.</summary>
    public int Of(string name) => Graph.Outputs[Names.ToList().IndexOf(name)];

    public TensorType TypeOf(string name) => Graph[Of(name)].Type;

    /// <summary>The matrix that a node is, by name; null for any other value.</summary>
    public string? NameOf(int id)
    {
        var place = Graph.Outputs.Take(Names.Count).ToList().IndexOf(id);
        return place < 0 ? null : Names[place];
    }

    public string Equation(string name) => ValueNames.Short(name) + " = " + EquationText.Of(Graph, Of(name));

    /// <summary>The parameters whose adjoint a node is.</summary>
    public IEnumerable<string> TrainedBy(int id) => Trained.Where((_, i) => Graph.Outputs[Names.Count + i] == id);

    private IEnumerable<int> Nodes(bool isForward)
    {
        var forward = Uses.Ancestors(Graph, Graph.Outputs.Take(Names.Count));
        return Enumerable.Range(0, Graph.Nodes.Count).Where(id => !Graph[id].IsLeaf && forward[id] == isForward);
    }
}
