using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>
/// A straight-line program on the values of one example, in topological order: a node's inputs come before it.
/// Leaves (<c>input</c>, <c>parameter</c>) come first, in the order of the arguments.
/// </summary>
public sealed record Graph(string Name, EquatableArray<Node> Nodes, EquatableArray<int> Outputs)
{
    public Node this[int id] => Nodes[id];

    /// <summary>Positions of the <c>input</c> nodes, in order.</summary>
    public IEnumerable<int> Inputs => Leaves(Ops.Input);

    /// <summary>Positions of the <c>parameter</c> nodes, in order.</summary>
    public IEnumerable<int> Parameters => Leaves(Ops.Parameter);

    /// <summary>Positions of the parameters that a training changes, in order.</summary>
    public IEnumerable<int> Trained => Parameters.Where(id => !Nodes[id].IsFixed);

    /// <summary>The nodes, and those of its loops over layers.</summary>
    public IEnumerable<Node> Everything =>
        Nodes.SelectMany(node => node.Each is { } loop ? loop.Body.Everything.Append(node) : [node]);

    private IEnumerable<int> Leaves(Op op) => Enumerable.Range(0, Nodes.Count).Where(i => Nodes[i].Op == op);
}
