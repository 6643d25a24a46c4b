namespace RnnDsl.Training;

/// <summary>The results of one epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The mean training loss, with each sample's loss measured before the step that used it.</param>
/// <param name="ValidationLoss">The mean validation loss after the epoch; null without validation.</param>
/// <param name="Seconds">How long the epoch took, with its validation.</param>
public readonly record struct EpochResult(int Epoch, double Loss, double? ValidationLoss, double Seconds);
