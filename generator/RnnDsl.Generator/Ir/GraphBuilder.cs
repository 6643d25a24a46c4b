using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>Grows a graph node by node; the type of each node comes from its op's shape rule.</summary>
public sealed class GraphBuilder(string name)
{
    private readonly List<Node> nodes = [];

    public IReadOnlyList<Node> Nodes => nodes;

    public Node this[int id] => nodes[id];

    public TensorType TypeOf(int id) => nodes[id].Type;

    /// <summary>Adds an op on earlier nodes. <paramref name="with"/> sets Name, Number, Dim, Callee or Scan.</summary>
    public int Add(Op op, IEnumerable<int> inputs, Func<Node, Node>? with = null)
    {
        var ids = inputs.ToEquatableArray();
        var draft = new Node(op, ids, TensorType.Scalar);
        draft = with?.Invoke(draft) ?? draft;
        var type = op.Shape(ids.Select(i => nodes[i].Type).ToList(), draft);
        return Add(draft with { Type = type });
    }

    public int Add(Op op, params int[] inputs) => Add(op, inputs, with: null);

    /// <summary>Adds a node as it is (leaves, calls: ops whose type is given, not inferred).</summary>
    public int Add(Node node)
    {
        nodes.Add(node);
        return nodes.Count - 1;
    }

    public int Input(string name, TensorType type) =>
        Add(new Node(Ops.Input, EquatableArray<int>.Empty, type) { Name = name });

    public int Parameter(string name, TensorType type) =>
        Add(new Node(Ops.Parameter, EquatableArray<int>.Empty, type) { Name = name });

    public int Const(double value) =>
        Add(new Node(Ops.Const, EquatableArray<int>.Empty, TensorType.Scalar) { Number = value });

    /// <summary>Gives a node the user's name, if it has none.</summary>
    public void SetName(int id, string value) => nodes[id] = nodes[id] with { Name = nodes[id].Name ?? value };

    public Graph Build(params int[] outputs) => new(name, nodes.ToEquatableArray(), outputs.ToEquatableArray());
}
