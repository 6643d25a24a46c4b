using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

public abstract partial class TrainingLoop<TSample>
{
    /// <summary>
    /// Writes the state of training: parameters, optimizer state, learning rate, epoch and position in it, seed,
    /// batch size, history, <c>[Setting]</c> properties, the states that windows carry, and the best parameters if they are kept. A loop that loads it continues
    /// with the same bits as this one. The old file, if there is one, is replaced only when the new one is complete.
    /// </summary>
    /// <param name="path">The file; its folder must exist. A symbolic link is followed, and a replaced file keeps its mode.</param>
    /// <remarks>
    /// It can be called at any time and on any thread, also from a handler of progress, such as one of <c>System.Progress</c> that
    /// arrives late: it waits for the current step, and training waits for it.
    /// </remarks>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        lock (gate)
        {
            CheckpointFile.Write(
                path,
                Parameters,
                optimizer,
                new(
                    Seed,
                    BatchSize,
                    Epoch,
                    position,
                    losses,
                    validationLoss,
                    [.. History],
                    run,
                    new(best.Epoch, best.Loss),
                    best.Values,
                    IsSetAside ? setAside : null,
                    isInBatch ? runner!.Unfinished(Stateful) : unfinished,
                    streams > 0 ? runner!.Carried(streams) : null,
                    SaveSettings()
                )
            );
        }
    }

    /// <summary>
    /// Restores the state of another loop from a checkpoint. Settings from code are not restored: the optimizer
    /// with its constants, <see cref="Epochs"/>, <see cref="ClipNorm"/>, <see cref="Schedule"/> and the like.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is no checkpoint, is damaged, or is of another model or optimizer; this loop is as it was.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Another call on this loop has not returned, such as a <c>Fit</c> whose progress handler makes this call.
    /// </exception>
    public void LoadCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var use = Begin(nameof(LoadCheckpoint));
        var (parameters, optimizerState, state) = CheckpointFile.Read(path, Parameters, optimizer);
        RequireWidth(path, state.Streams);
        RequireWidth(path, state.Batch?.States);
        RequireSettings(path, state.Settings);
        lock (gate)
        {
            // First, since it throws if the optimizer has stepped on another model.
            optimizerState.CopyTo(optimizer, Parameters.Count);
            Parameters.Replace(parameters);
            (Seed, BatchSize, Epoch) = (state.Seed, state.BatchSize, state.Epoch);
            (position, losses, validationLoss) = (state.Position, state.Losses, state.ValidationLoss);
            History.Replace(state.History);
            run = state.Run;
            best.Resume(state.Best.Loss, state.Best.Epoch, state.BestValues);
            (setAside, setAsideFor) = (state.LastValues, Parameters.Version);
            unfinished = state.Batch;
            Restore(state.Settings);
            streams = state.Streams?.Rows ?? 0;
            if (state.Streams is { } states)
            {
                runner!.GoOnFrom(states);
            }
        }
    }

    private void RequireWidth(string path, CarriedStates? states)
    {
        if (states is null)
        {
            return;
        }

        runner ??= CreateRunner();
        if (states.Width != runner.CarriedWidth)
        {
            throw new InvalidDataException(
                Invariant(
                    $"{path} does not fit this training: it carries {states.Width} numbers of state a row, expected {runner.CarriedWidth}."
                )
            );
        }
    }
}
