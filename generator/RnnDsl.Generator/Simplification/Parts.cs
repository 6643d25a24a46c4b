using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>
/// Splits concatenated vectors, so that nothing is copied to concatenate them: what is computed of the whole is computed of each
/// part, and a matrix that multiplies the whole is split into blocks of columns.
/// <code>
/// W * Concat(a, b)   ->   W_1 * a + W_2 * b
/// </code>
/// Only inputs and outputs of the program remain concatenated.
/// </summary>
public sealed class Parts
{
    private readonly Graph graph;
    private readonly GraphBuilder builder;
    private readonly bool isBody;
    private readonly IReadOnlyList<int>[] parts;
    private readonly Dictionary<int, IReadOnlyList<int>> firstResult = [];
    private readonly UniqueNames names;

    private Parts(Graph graph, bool isBody)
    {
        this.graph = graph;
        this.isBody = isBody;
        builder = new GraphBuilder(graph.Name);
        parts = new IReadOnlyList<int>[graph.Nodes.Count];
        names = new UniqueNames(graph.Nodes.Select(node => node.Name).OfType<string>());
    }

    public static Graph Apply(Graph graph) => Has(graph) ? new Parts(graph, isBody: false).Run() : graph;

    private static bool Has(Graph graph) =>
        graph.Nodes.Any(node =>
            node.Type.Dims.Any(IsOfParts)
            || (node.Dim is { } dim && IsOfParts(dim))
            || (node.Scan is { } region && Has(region.Body))
        );

    private static bool IsOfParts(Dim dim) => dim.Leaves.Skip(1).Any();

    private Graph Run()
    {
        var outputs = Move();
        return builder.Build([
            .. graph.Outputs.Select(
                (output, i) => Join(graph[output], graph[output].Type.Dims.FirstOrDefault(), outputs[i])
            ),
        ]);
    }

    /// <summary>Copies all nodes, and gives the parts of each output.</summary>
    private List<IReadOnlyList<int>> Move()
    {
        // Leaves come before all other nodes, so inputs are taken apart behind the last one.
        foreach (var id in Where(node => node.IsLeaf))
        {
            parts[id] = graph[id].Op == Ops.Parameter || isBody ? AddLeaves(graph[id]) : [builder.Add(graph[id])];
        }

        foreach (var id in Where(node => node.Op == Ops.Input && !isBody && node.Type.IsVec))
        {
            parts[id] = TakeApart(parts[id][0], graph[id].Type.Dims[0]).ToList();
        }

        foreach (var id in Where(node => !node.IsLeaf))
        {
            parts[id] = node(id);
        }

        return graph.Outputs.Select(output => parts[output]).ToList();

        IReadOnlyList<int> node(int id) =>
            graph[id].Op == Ops.Scan ? AddScan(id, graph[id])
            : graph[id].Op == Ops.Result ? AddResults(graph[id])
            : Named(graph[id], Compute(graph[id], graph[id].Inputs.Select(input => parts[input]).ToList()));
    }

    private IEnumerable<int> Where(Func<Node, bool> condition) =>
        Enumerable.Range(0, graph.Nodes.Count).Where(id => condition(graph[id]));

    /// <summary>A leaf for each part: of a matrix row by row.</summary>
    private List<int> AddLeaves(Node node)
    {
        var rows = Split(node.Type.Dims.Take(1));
        var columns = Split(node.Type.Dims.Skip(1));
        if (rows.Count * columns.Count == 1)
        {
            return [builder.Add(node)];
        }

        var leaves = new List<int>();
        foreach (var (row, rowsBefore) in rows)
        {
            foreach (var (column, columnsBefore) in columns)
            {
                var dims = new[] { row, column }.OfType<Dim>().ToEquatableArray();
                leaves.Add(
                    builder.Add(
                        node with
                        {
                            Name = names.Take(FormattableString.Invariant($"{node.Name}_{leaves.Count + 1}")),
                            Type = node.Type with { Dims = dims },
                            Part = node.Op == Ops.Parameter ? new(node.Name!, rowsBefore, columnsBefore) : null,
                        }
                    )
                );
            }
        }

        return leaves;
    }

    // Each part of a dim with what comes before it; one part that is nothing where there is no dim.
    private static List<(Dim? Dim, EquatableArray<Dim> Before)> Split(IEnumerable<Dim> dim)
    {
        var leaves = dim.SelectMany(d => d.Leaves).ToList();
        return leaves.Count == 0
            ? [(null, EquatableArray<Dim>.Empty)]
            : leaves.Select((leaf, i) => ((Dim?)leaf, leaves.Take(i).ToEquatableArray())).ToList();
    }

    private IEnumerable<int> TakeApart(int id, Dim dim) =>
        dim is CatDim cat
            ? TakeApart(builder.Add(Ops.First, id), cat.First)
                .Concat(TakeApart(builder.Add(Ops.Second, id), cat.Second))
            : [id];

    private int Join(Node like, Dim? dim, IReadOnlyList<int> leaves)
    {
        var next = 0;
        var whole = dim is null ? leaves[0] : Take(dim);
        if (leaves.Count > 1 && like.Name is { } name)
        {
            builder.SetName(whole, name);
        }

        return whole;

        int Take(Dim part) =>
            part is CatDim cat ? builder.Add(Ops.Concat, Take(cat.First), Take(cat.Second)) : leaves[next++];
    }

    private List<int> Compute(Node node, List<IReadOnlyList<int>> inputs)
    {
        if (node.Op == Ops.Concat)
        {
            return [.. inputs[0], .. inputs[1]];
        }

        if (node.Op == Ops.First || node.Op == Ops.Second)
        {
            var count = ((CatDim)graph[node.Inputs[0]].Type.Dims[0]).First.Leaves.Count();
            return (node.Op == Ops.First ? inputs[0].Take(count) : inputs[0].Skip(count)).ToList();
        }

        if (node.Op == Ops.Size)
        {
            var sizes = node.Dim!.Leaves.Select(leaf => builder.Copy(node with { Dim = leaf }, []));
            return [sizes.Aggregate((sum, size) => builder.Add(Ops.Add, sum, size))];
        }

        if (node.Op.Kind == OpKind.Time)
        {
            inputs = [.. node.Inputs.Zip(inputs, (input, all) => AtEachStep(graph[input].Type, all))];
        }

        return node.Op.Parts switch
        {
            PartRule.Each or PartRule.Whole => EachPart(node, inputs),
            PartRule.Joined => [JoinedParts(node, inputs[0])],
            PartRule.Multiplied => Multiply(node, inputs[0], inputs[1]),
            PartRule.Blocks => Blocks(node, inputs[0]),
            PartRule.Listed => [builder.Copy(node, inputs.SelectMany(part => part))],
            _ => throw new InvalidOperationException(
                $"{node.Op} comes with the adjoints, after vectors have been taken apart"
            ),
        };
    }

    private int JoinedParts(Node node, IReadOnlyList<int> parts)
    {
        var join = node.Op.JoinedBy!();
        return parts.Select(part => builder.Copy(node, [part])).Aggregate((all, next) => builder.Add(join, all, next));
    }

    // Sums over the columns' parts, for each part of the rows; of a transposed matrix the other way.
    private List<int> Multiply(Node node, IReadOnlyList<int> matrix, IReadOnlyList<int> vector)
    {
        var results = new List<int>();
        var count = matrix.Count / vector.Count;
        for (var result = 0; result < count; result++)
        {
            var products = vector.Select(
                (part, i) =>
                    builder.Copy(
                        node,
                        [matrix[node.Op.IsTransposed ? (i * count) + result : (result * vector.Count) + i], part]
                    )
            );
            results.Add(products.Aggregate((sum, product) => builder.Add(Ops.Add, sum, product)));
        }

        return results;
    }

    // Row by row: block i * columns + j is of part i of the rows and part j of the columns.
    private List<int> Blocks(Node node, IReadOnlyList<int> parts)
    {
        var dim = (MatDim)(node.Dim ?? graph[node.Inputs[0]].Type.OfExample!);
        var (rows, columns) = (dim.Rows.Leaves.Count(), dim.Columns.Leaves.Count());
        var isOfRows = node.Op.Repeats == RepeatKind.Column;
        if (node.Dim is not null)
        {
            return dim
                .Leaves.Select(
                    (leaf, i) => builder.Copy(node with { Dim = leaf }, [parts[isOfRows ? i / columns : i % columns]])
                )
                .ToList();
        }

        return Enumerable
            .Range(0, isOfRows ? rows : columns)
            .Select(part =>
                parts
                    .Where((_, i) => (isOfRows ? i / columns : i % columns) == part)
                    .Select(block => builder.Copy(node, [block]))
                    .Aggregate((sum, next) => builder.Add(Ops.Add, sum, next))
            )
            .ToList();
    }

    // What has one part only is a scalar, or a token: it goes with each part of the others.
    private List<int> EachPart(Node node, List<IReadOnlyList<int>> inputs)
    {
        var dims = node.Dim?.Leaves.ToList();
        var count = inputs.Select(input => input.Count).Append(dims?.Count ?? 1).Max();
        if (count > 1 && node.Op.Parts == PartRule.Whole)
        {
            throw new ShapeException(
                "a vocabulary is not made of two side by side: OneHot needs one that is a dim of its own"
            );
        }

        if (node.Op.Repeats == RepeatKind.Elements && node.Type.OfExample!.Columns.Leaves.Skip(1).Any())
        {
            throw new ShapeException(
                $"the columns of '{graph[node.Inputs[0]].Name}', of which each element is read, are two side by side: make two matrices of it"
            );
        }

        var leaves = node.Type.Dims.SelectMany(dim => dim.Leaves).ToList();
        return Enumerable
            .Range(0, count)
            .Select(i =>
                builder.Copy(
                    node with
                    {
                        Dim = dims?[dims.Count > 1 ? i : 0],
                        Mask = node.Mask is { } mask ? mask with { Before = leaves.Take(i).ToEquatableArray() } : null,
                    },
                    inputs.Select(input => input[input.Count > 1 ? i : 0])
                )
            )
            .ToList();
    }

    // A vector that is concatenated with a sequence is the same at every step: it is filled over time for ops that read steps.
    private IReadOnlyList<int> AtEachStep(TensorType type, IReadOnlyList<int> values) =>
        type.OverTime
            ? [.. values.Select(part => builder.TypeOf(part).OverTime ? part : builder.Add(Ops.Spread, part))]
            : values;

    private List<int> Named(Node node, List<int> computed)
    {
        var isComputed = node.Op.Kind != OpKind.Layout;
        if (isComputed && computed.Count > 1 && node.Name is { } name)
        {
            for (var i = 0; i < computed.Count; i++)
            {
                builder.Rename(computed[i], names.Take(FormattableString.Invariant($"{name}_{i + 1}")));
            }
        }
        else if (isComputed && node.Name is { } own)
        {
            builder.SetName(computed[0], own);
        }

        return computed;
    }

    private List<int> AddScan(int id, Node node)
    {
        var region = node.Scan!;
        var inner = new Parts(region.Body, isBody: true);
        var outputs = inner.Move();
        var operands = node
            .Inputs.Select(
                (input, place) =>
                    place >= region.States && place < region.States + region.Sequences
                        ? AtEachStep(graph[input].Type, parts[input])
                        : parts[input]
            )
            .ToList();
        firstResult[id] = outputs.Select((_, i) => outputs.Take(i).Sum(output => output.Count)).ToList();
        var scan = builder.Scan(
            new ScanRegion(
                inner.builder.Build([.. outputs.SelectMany(output => output)]),
                Count(operands, 0, region.States),
                Count(operands, region.States, region.Sequences),
                Count(operands, region.States + region.Sequences, region.Captures),
                Count(outputs, region.States, region.Stacked),
                Count(outputs, region.States + region.Stacked, region.Summed),
                region.Reverse
            ),
            operands.SelectMany(operand => operand)
        );
        return [scan];

        static int Count(List<IReadOnlyList<int>> values, int first, int count) =>
            values.Skip(first).Take(count).Sum(value => value.Count);
    }

    private List<int> AddResults(Node node)
    {
        var first = firstResult[node.Inputs[0]][(int)node.Number];
        var count = node.Type.Dims.SelectMany(dim => dim.Leaves).DefaultIfEmpty().Count();
        var results = Enumerable.Range(first, count).Select(i => builder.Result(parts[node.Inputs[0]][0], i)).ToList();
        return Named(node, results);
    }
}
