namespace RnnDsl.Training;

/// <summary>The epoch of a <c>Fit</c> that <see cref="TrainingLoop{TSample}.KeepBest"/> keeps, and patience counts from.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">
/// Its loss: of validation, where there is one; otherwise, with <see cref="TrainingLoop{TSample}.KeepBest"/>, that of the
/// training samples after the epoch, and without it the epoch's <see cref="EpochResult.Loss"/>.
/// </param>
public readonly record struct BestEpoch(int Epoch, double Loss);
