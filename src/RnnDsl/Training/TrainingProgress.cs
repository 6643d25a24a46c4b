namespace RnnDsl.Training;

/// <summary>
/// The progress of training after a batch, or, with <see cref="TrainingLoop{TSample}.Truncate"/>, after a window of one. The last
/// report of an epoch comes after its validation.
/// </summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The number of the last epoch.</param>
/// <param name="Batch">Batches of this epoch that are done.</param>
/// <param name="Batches">Batches of an epoch.</param>
/// <param name="Loss">The mean training loss of this epoch's samples so far.</param>
/// <param name="ValidationLoss">The newest validation loss; null before the first, or without validation.</param>
/// <param name="Elapsed">Time since <c>Fit</c> was called.</param>
/// <param name="Remaining">The estimated remaining time, from the speed of the last steps; null before there are enough steps.</param>
/// <param name="IsEnd">
/// Whether this is the last report: all epochs are done, or patience has ended. The parameters are those that <c>Fit</c> returns with.
/// </param>
/// <param name="BatchPart">How much of the next batch is done, in windows: from 0 to below 1.</param>
public readonly record struct TrainingProgress(
    int Epoch,
    int Epochs,
    int Batch,
    int Batches,
    double Loss,
    double? ValidationLoss,
    TimeSpan Elapsed = default,
    TimeSpan? Remaining = null,
    bool IsEnd = false,
    double BatchPart = 0
)
{
    /// <summary>Whether this report ends an epoch.</summary>
    public bool IsEpochEnd => Batch == Batches;
}
