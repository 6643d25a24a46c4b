namespace RnnDsl.Training;

/// <summary>What a checkpoint has, complete and checked.</summary>
/// <param name="Parameters">The numbers of each parameter, row by row without padding.</param>
/// <param name="Optimizer">What the optimizer remembers.</param>
/// <param name="Training">Where the loop stands.</param>
internal sealed record Checkpoint(float[][] Parameters, OptimizerState Optimizer, TrainingState Training);
