namespace RnnDsl.Training;

public abstract partial class TrainingLoop<TSample>
{
    /// <summary>
    /// Writes where training stands: parameters, what the optimizer remembers, learning rate, epoch and place in it, seed,
    /// batch size, history, and the best parameters if they are kept. A loop that loads it goes on with the same bits as
    /// this one. The old file, if there is one, is replaced only when the new one is complete.
    /// </summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var parameters = new MemoryStream();
        Parameters.Save(parameters);
        CheckpointFile.Write(
            path,
            new(
                parameters.ToArray(),
                optimizer.GetType().Name,
                LearningRate,
                optimizer.Steps,
                [.. optimizer.StateNames.Select((name, i) => (name, optimizer.State(i).ToArray()))],
                Seed,
                BatchSize,
                Epoch,
                position,
                lossSum,
                validationLoss,
                [.. History],
                best.Loss,
                best.Epoch,
                best.Values
            )
        );
    }

    /// <summary>
    /// Takes over where another loop stood when it wrote a checkpoint. What the code decides stays as it is: the optimizer
    /// with its constants, <see cref="Epochs"/>, <see cref="ClipNorm"/>, <see cref="Schedule"/> and the like.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is no checkpoint, is damaged, or is of another model or optimizer; this loop is as it was.
    /// </exception>
    public void LoadCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var checkpoint = CheckpointFile.Read(path);
        RequireOptimizer(path, checkpoint);
        try
        {
            Parameters.Load(new MemoryStream(checkpoint.Parameters));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path} does not fit this model. {exception.Message}", exception);
        }

        optimizer.Resume(Parameters.Count, checkpoint.Steps);
        for (var i = 0; i < checkpoint.States.Count; i++)
        {
            // A loop that had taken no step had no states yet.
            var state = optimizer.State(i);
            state.Clear();
            checkpoint.States[i].Values.CopyTo(state);
        }

        (LearningRate, Seed, BatchSize) = (checkpoint.LearningRate, checkpoint.Seed, checkpoint.BatchSize);
        (Epoch, position, lossSum) = (checkpoint.Epoch, checkpoint.Position, checkpoint.LossSum);
        validationLoss = checkpoint.ValidationLoss;
        History.Replace(checkpoint.History);
        best.Resume(checkpoint.BestLoss, checkpoint.BestEpoch, checkpoint.BestValues);
    }

    private void RequireOptimizer(string path, Checkpoint checkpoint)
    {
        var expected = Describe(optimizer.GetType().Name, optimizer.StateNames);
        var actual = Describe(checkpoint.Optimizer, checkpoint.States.Select(state => state.Name));
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"{path} is of another optimizer: it holds the state of {actual}, expected that of {expected}."
            );
        }

        static string Describe(string type, IEnumerable<string> states) => $"{type} ({string.Join(", ", states)})";
    }
}
