using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>Collects what a region computes: its own values, and those that it reads from outside.</summary>
internal sealed class StepBodyBuilder(string title, Placement placement)
{
    private readonly Dictionary<int, ValueSource> sources = [];
    private readonly Dictionary<int, IReadOnlyList<BufferRef>> targets = [];
    private readonly Dictionary<int, int> imported = [];

    public GraphBuilder Nodes { get; } = new(title);

    /// <summary>Reads a value of the whole graph, a sequence at the current step; rematerialises one that no buffer holds.</summary>
    /// <param name="id">The value.</param>
    /// <param name="name">Its name in the region's equations; null keeps its name.</param>
    public int Import(int id, string? name = null)
    {
        if (!imported.TryGetValue(id, out var local))
        {
            local = Read(id, name);
            imported[id] = local;
        }

        return local;
    }

    /// <summary>Adds an input that is read from a slot.</summary>
    public int Input(Node like, BufferRef slot)
    {
        var id = Nodes.Add(like);
        sources[id] = new ValueSource.Slot(slot);
        return id;
    }

    /// <summary>Keeps a value in a slot.</summary>
    public void Store(int id, BufferRef target) =>
        targets[id] = [.. targets.TryGetValue(id, out var known) ? known : [], target];

    public StepBody Build(string before = "_before") =>
        new(title, Nodes.Build(targets.Keys.OrderBy(id => id).ToArray()), sources, targets, before);

    private int Read(int id, string? name)
    {
        var node = placement.Graph[id];
        if (node.Op == Ops.Spread)
        {
            return Import(node.Inputs[0], name);
        }

        if (placement.IsFree(id))
        {
            return Nodes.Copy(node, node.Inputs.Select(input => Import(input)).ToList());
        }

        var type = placement.Graph[id].Type.Step();
        var local = Nodes.Input(name ?? ValueNames.Of(placement.Graph, id), type);
        sources[local] = placement.Of(id)!;
        return local;
    }
}
