namespace RnnDsl.Training;

/// <summary>Where a training loop stands, beside its parameters and its optimizer: what it takes to go on with the same bits.</summary>
/// <param name="Seed">The seed of the samples' order.</param>
/// <param name="BatchSize">Samples of a batch.</param>
/// <param name="Epoch">Epochs that are done.</param>
/// <param name="Position">Samples of the next epoch that are done.</param>
/// <param name="Losses">Their losses.</param>
/// <param name="ValidationLoss">The newest validation loss.</param>
/// <param name="History">The epochs that are done.</param>
/// <param name="Run">Whether a <c>Fit</c> is to go on.</param>
/// <param name="Best">The epoch with the lowest loss of that <c>Fit</c>; epoch 0 before there is one.</param>
/// <param name="BestValues">Its parameters, if they are kept.</param>
/// <param name="LastValues">The parameters to go on from, where those of the model are the best.</param>
/// <param name="Batch">The batch that is not done.</param>
/// <param name="Streams">The states that windows of streams go on from.</param>
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
    CarriedStates? Streams
);
