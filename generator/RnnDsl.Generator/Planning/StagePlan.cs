using RnnDsl.Generator.Ir.Analysis;

namespace RnnDsl.Generator.Planning;

/// <summary>The stages of a region, and which stage has which value.</summary>
/// <param name="Body">The region's values.</param>
/// <param name="Stages">In the order in which they run.</param>
/// <param name="StageOf">For each value the stage that computes it, or -1: it is uniform, or comes from elsewhere.</param>
/// <param name="Stored">Values that are read from memory: by other stages, products and reductions, or other regions.</param>
internal sealed record StagePlan(StepBody Body, IReadOnlyList<PlannedStage> Stages, int[] StageOf, HashSet<int> Stored)
{
    public bool[] Uniform { get; } = Uniforms.Of(Body.Graph);
}
