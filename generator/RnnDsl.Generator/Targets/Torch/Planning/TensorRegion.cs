using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>How a region runs on tensors.</summary>
/// <param name="Region">The region.</param>
/// <param name="IsLoop">Whether it has a loop, that is, calls for each step; other regions of steps run once, on all of them.</param>
/// <param name="Ahead">The products that run before the loop, for all steps.</param>
/// <param name="Stages">Its stages.</param>
internal sealed record TensorRegion(
    Region Region,
    bool IsLoop,
    IReadOnlyList<SumCalls> Ahead,
    IReadOnlyList<StageCalls> Stages
)
{
    /// <summary>Whether it runs once, on all steps.</summary>
    public bool IsWhole => Region.Kind != RegionKind.Once && !IsLoop;
}
