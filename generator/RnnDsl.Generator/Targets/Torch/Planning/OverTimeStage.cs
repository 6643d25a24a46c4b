using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>Equations of a loop that need nothing of it: one call of each computes all steps.</summary>
/// <param name="Equations">Elementwise; its slots are those of the loop's steps.</param>
public sealed record OverTimeStage(string Name, FusedStage Equations) : Stage(Name);
