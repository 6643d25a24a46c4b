namespace RnnDsl.Training;

/// <summary>The state of a training loop, besides its parameters and its optimizer, that it needs to continue with the same bits.</summary>
/// <param name="Seed">The seed of the samples' order.</param>
/// <param name="BatchSize">Samples of a batch.</param>
/// <param name="Epoch">Epochs that are done.</param>
/// <param name="Position">Samples of the next epoch that are done.</param>
/// <param name="Losses">Their losses.</param>
/// <param name="ValidationLoss">The newest validation loss.</param>
/// <param name="History">The epochs that are done.</param>
/// <param name="Run">Whether the next <c>Fit</c> continues a run.</param>
/// <param name="Best">The epoch with the lowest loss of that <c>Fit</c>; epoch 0 before there is one.</param>
/// <param name="BestValues">Its parameters, if they are kept.</param>
/// <param name="LastValues">The parameters to continue from, if the model holds the best ones.</param>
/// <param name="Batch">The batch that is not done.</param>
/// <param name="Streams">The states that windows of streams continue from.</param>
/// <param name="Settings">The settings that the class declares.</param>
internal sealed record TrainingState(
    ulong Seed,
    int BatchSize,
    int Epoch,
    int Position,
    LossSum Losses,
    double? ValidationLoss,
    IReadOnlyList<EpochResult> History,
    RunState Run,
    BestEpoch Best,
    float[]? BestValues,
    float[]? LastValues,
    UnfinishedBatch? Batch,
    CarriedStates? Streams,
    KeyValuePair<string, float>[] Settings
);
