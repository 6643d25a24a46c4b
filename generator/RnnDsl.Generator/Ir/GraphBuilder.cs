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

    /// <summary>Adds a loop on initial states, sequences and captures.</summary>
    public int Scan(ScanRegion region, IEnumerable<int> inputs) =>
        Add(Ops.Scan, inputs, node => node with { Scan = region });

    /// <summary>Adds the pick of one of the results of a scan or of a loop over layers.</summary>
    public int Result(int scan, int index)
    {
        var type = RegionShapes.Result(nodes[scan], index);
        return Add(new Node(Ops.Result, new EquatableArray<int>([scan]), type) { Number = index });
    }

    /// <summary>
    /// Adds the nodes of another graph and infers their types again: a graph on vectors, given a sequence, is lifted over time.
    /// </summary>
    /// <param name="graph">The graph to copy; its own leaves are not copied.</param>
    /// <param name="arguments">The nodes that replace its inputs, then its parameters, in their order.</param>
    /// <param name="rename">Maps names to those of the copies; null keeps them.</param>
    /// <returns>The position here of each node of <paramref name="graph"/>.</returns>
    public IReadOnlyList<int> Inline(Graph graph, IReadOnlyList<int> arguments, Func<string, string>? rename = null)
    {
        var leaves = graph.Inputs.Concat(graph.Parameters).ToList();
        if (leaves.Count != arguments.Count)
        {
            throw new ShapeException(
                $"{graph.Name} needs {leaves.Count} arguments and parameters: got {arguments.Count}"
            );
        }

        var map = new int[graph.Nodes.Count];
        for (var i = 0; i < leaves.Count; i++)
        {
            map[leaves[i]] = arguments[i];
        }

        for (var id = 0; id < map.Length; id++)
        {
            var node = graph[id];
            if (!node.IsLeaf)
            {
                map[id] = Copy(node, node.Inputs.Select(input => map[input]));
                var given = node.Name is { } old && rename is not null ? rename(old) : node.Name;
                nodes[map[id]] = nodes[map[id]] with { Name = given };
            }
        }

        return map;
    }

    /// <summary>Adds a copy of <paramref name="node"/> on other operands and infers its type again.</summary>
    public int Copy(Node node, IEnumerable<int> inputs)
    {
        var ids = inputs.ToEquatableArray();
        return node.Op == Ops.Result
            ? Add(node with { Inputs = ids, Type = RegionShapes.Result(nodes[ids[0]], (int)node.Number) })
            : Add(node.Op, ids, _ => node with { Inputs = ids });
    }

    /// <summary>Adds a node as it is (leaves, calls: ops whose type is given, not inferred).</summary>
    public int Add(Node node)
    {
        nodes.Add(node);
        return nodes.Count - 1;
    }

    /// <summary>Puts another node in the place of one; its results keep their types.</summary>
    public void Replace(int id, Node node) => nodes[id] = node;

    public int Input(string name, TensorType type) =>
        Add(new Node(Ops.Input, EquatableArray<int>.Empty, type) { Name = name });

    public int Parameter(string name, TensorType type, bool isFixed = false) =>
        Add(new Node(Ops.Parameter, EquatableArray<int>.Empty, type) { Name = name, IsFixed = isFixed });

    public int Const(double value) =>
        Add(new Node(Ops.Const, EquatableArray<int>.Empty, TensorType.Scalar) { Number = value });

    /// <summary>Gives a node the user's name, if it has none.</summary>
    public void SetName(int id, string value) => nodes[id] = nodes[id] with { Name = nodes[id].Name ?? value };

    /// <summary>Gives a node another name.</summary>
    public void Rename(int id, string value) => nodes[id] = nodes[id] with { Name = value };

    /// <summary>Gives the result of a scan that has no name the one that the loop's body has for it.</summary>
    public void NameResult(int id)
    {
        var node = nodes[id];
        if (node.Op == Ops.Result && node.Name is null)
        {
            var body = nodes[node.Inputs[0]].Scan!.Body;
            nodes[id] = node with { Name = body[body.Outputs[(int)node.Number]].Name };
        }
    }

    /// <summary>
    /// Removes the nodes from <paramref name="first"/> to the end and returns them as a graph; earlier nodes that they read become
    /// its inputs, after those that it has.
    /// </summary>
    /// <param name="first">The first node to remove: the first input of the graph.</param>
    /// <param name="outputs">Its outputs, which may lie before <paramref name="first"/>.</param>
    /// <returns>The graph, and the earlier nodes that its added inputs capture.</returns>
    public (Graph Graph, IReadOnlyList<int> Captures) Cut(int first, IReadOnlyList<int> outputs)
    {
        var taken = nodes.Skip(first).ToList();
        nodes.RemoveRange(first, taken.Count);
        var captures = taken
            .SelectMany(node => node.Inputs)
            .Concat(outputs)
            .Where(id => id < first)
            .Distinct()
            .OrderBy(id => id)
            .ToList();
        var inputs = taken.TakeWhile(node => node.Op == Ops.Input).Count();
        var inner = new List<Node>(taken.Take(inputs));
        inner.AddRange(captures.Select(id => Captured(nodes[id], id)));
        inner.AddRange(
            taken.Skip(inputs).Select(node => node with { Inputs = node.Inputs.Select(Place).ToEquatableArray() })
        );
        return (new Graph(name, inner.ToEquatableArray(), outputs.Select(Place).ToEquatableArray()), captures);

        int Place(int id) =>
            id < first ? inputs + captures.IndexOf(id)
            : id < first + inputs ? id - first
            : id - first + captures.Count;
    }

    private static Node Captured(Node node, int id) =>
        new(Ops.Input, EquatableArray<int>.Empty, node.Type)
        {
            Name = node.Name ?? FormattableString.Invariant($"value_{id}"),
        };

    public Graph Build(params int[] outputs) => new(name, nodes.ToEquatableArray(), outputs.ToEquatableArray());
}
