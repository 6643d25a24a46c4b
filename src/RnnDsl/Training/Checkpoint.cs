namespace RnnDsl.Training;

/// <summary>The contents of a checkpoint, complete and validated.</summary>
/// <param name="Parameters">The numbers of each parameter, row by row without padding.</param>
/// <param name="Optimizer">The optimizer's state.</param>
/// <param name="Training">The state of the loop.</param>
internal sealed record Checkpoint(float[][] Parameters, OptimizerState Optimizer, TrainingState Training);
