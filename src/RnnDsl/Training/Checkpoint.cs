namespace RnnDsl.Training;

/// <summary>Where a training loop stands: what it takes to go on with the same bits.</summary>
/// <param name="Parameters">The parameters in the format safetensors.</param>
/// <param name="Optimizer">The optimizer's type.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Steps">Optimizer steps taken.</param>
/// <param name="States">What the optimizer remembers, by name.</param>
/// <param name="Seed">The seed of the samples' order.</param>
/// <param name="BatchSize">Samples of a batch.</param>
/// <param name="Epoch">Epochs that are done.</param>
/// <param name="Position">Samples of the next epoch that are done.</param>
/// <param name="LossSum">The sum of their losses.</param>
/// <param name="ValidationLoss">The newest validation loss.</param>
/// <param name="History">The epochs that are done.</param>
/// <param name="BestLoss">The lowest loss of an epoch.</param>
/// <param name="BestEpoch">The epoch that had it.</param>
/// <param name="BestValues">Its parameters, if they are kept.</param>
internal sealed record Checkpoint(
    byte[] Parameters,
    string Optimizer,
    float LearningRate,
    long Steps,
    IReadOnlyList<(string Name, float[] Values)> States,
    ulong Seed,
    int BatchSize,
    int Epoch,
    int Position,
    double LossSum,
    double? ValidationLoss,
    IReadOnlyList<EpochResult> History,
    double BestLoss,
    int BestEpoch,
    float[]? BestValues
);
