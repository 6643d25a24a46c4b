using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>How a stage runs on tensors.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Sums">The products of its step; null where it has none.</param>
/// <param name="Epilogue">Its epilogue; null for a stage that is no fused one.</param>
internal sealed record StageCalls(Stage Stage, SumCalls? Sums, EpiloguePlan? Epilogue);
