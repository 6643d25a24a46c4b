using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Analysis;

/// <summary>Copies a graph into a builder, and maps the nodes of the source to those of the target.</summary>
internal sealed class GraphCopy
{
    private readonly int[] map;

    public GraphCopy(Graph source, GraphBuilder target)
    {
        (Source, Target) = (source, target);
        map = Enumerable.Repeat(-1, source.Nodes.Count).ToArray();
    }

    public Graph Source { get; }

    public GraphBuilder Target { get; }

    /// <summary>The node of the target that is the copy, or the replacement, of a node of the source.</summary>
    public int this[int id]
    {
        get =>
            Has(id)
                ? map[id]
                : throw new InvalidOperationException(
                    FormattableString.Invariant(
                        $"{Source.Name}: node {id} ({Source[id].Op}) is read before it is copied"
                    )
                );
        set => map[id] = value;
    }

    public bool Has(int id) => map[id] >= 0;

    /// <summary>Copies a node; its operands have been copied.</summary>
    public int Node(int id) => map[id] = Target.Copy(Source[id], Source[id].Inputs.Select(input => this[input]));

    /// <summary>Copies the arguments and parameters, in their order, whether they are used or not.</summary>
    public void Leaves()
    {
        for (var id = 0; id < map.Length; id++)
        {
            if (Source[id].IsLeaf)
            {
                Node(id);
            }
        }
    }

    public Graph Build() => Target.Build(Source.Outputs.Select(output => this[output]).ToArray());
}
