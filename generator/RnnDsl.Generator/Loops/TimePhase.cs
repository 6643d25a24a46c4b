namespace RnnDsl.Generator.Loops;

/// <summary>Nodes of a graph that are computed together, in their order.</summary>
internal sealed record TimePhase(PhaseKind Kind)
{
    public List<int> Nodes { get; } = [];
}
