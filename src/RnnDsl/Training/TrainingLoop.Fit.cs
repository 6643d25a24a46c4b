using System.Diagnostics;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

public abstract partial class TrainingLoop<TSample>
{
    private TSample[] batch = [];
    private int[] examples = [];
    private int position;
    private LossSum losses;
    private double? validationLoss;

    // Set between two windows of a batch of Fit, and while Fit is interrupted there.
    private bool isInBatch;
    private UnfinishedBatch? unfinished;

    /// <summary>
    /// Trains until <see cref="Epochs"/> epochs are done. After a cancellation, or from a checkpoint, it continues where
    /// training stopped, and gives the same bits as if it had never stopped.
    /// </summary>
    /// <param name="train">The samples to train on, at least one.</param>
    /// <param name="validation">Samples whose loss is measured after each epoch; null for none.</param>
    /// <param name="progress">
    /// Receives a report after each batch, or with <see cref="Truncate"/> after each window; <see cref="ConsoleProgress"/> draws a bar. A
    /// handler that is called on this thread, as that of <see cref="ProgressCallback"/>, may call <see cref="SaveCheckpoint"/>,
    /// <see cref="Evaluate"/> and <see cref="Gradients"/>.
    /// </param>
    /// <param name="cancellation">
    /// Cancels training within a step of the sequences, before the next optimizer step; if windows carry states, at
    /// the end of a window. Validation is cancelled too.
    /// </param>
    /// <returns>All epochs that are done.</returns>
    /// <exception cref="ArgumentException">A set is empty, or a sample does not fit.</exception>
    /// <exception cref="InvalidOperationException">
    /// All epochs are done already, <see cref="Order"/> did not take each sample once, or another call on this loop has not returned.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// Training was cancelled; the steps so far are kept, or, with <see cref="KeepBest"/>, the best epoch.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// A number is not finite; the steps before it are kept, or, with <see cref="KeepBest"/>, the best epoch.
    /// </exception>
    public History Fit(
        IReadOnlyList<TSample> train,
        IReadOnlyList<TSample>? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        RequireSamples(train, nameof(train));
        if (validation is not null)
        {
            RequireSamples(validation, nameof(validation));
        }

        using var use = Begin(nameof(Fit));
        if (HasNothingLeft())
        {
            return History;
        }

        RequireWork(train.Count);
        BeginRun();
        fit = new FitProgress(progress, train.Count, Epochs);
        try
        {
            while (run == RunState.Open)
            {
                var started = Stopwatch.GetTimestamp();
                TrainEpoch(train, cancellation);
                EndEpoch(train, validation, started, cancellation);
                var batches = Batches(train.Count);
                var loss = History[^1].Loss;
                Tell(fit, new(Epoch, Epochs, batches, batches, loss, validationLoss, IsEnd: run == RunState.Over));
            }

            run = RunState.None;
        }
        catch (Exception failure)
        {
            Interrupt(canGoOn: failure is not TrainingDivergedException);
            throw;
        }
        finally
        {
            fit = null;
        }

        return History;
    }

    /// <summary>Trains the rest of an epoch; reports every batch but the last, whose report waits for validation.</summary>
    private void TrainEpoch(IReadOnlyList<TSample> train, CancellationToken cancellation)
    {
        ChooseOrder(train);
        while (position < train.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = unfinished?.Rows ?? Math.Min(BatchSize, train.Count - position);
            Reserve(rows);
            var numbers = order.AsSpan(position, rows);
            for (var row = 0; row < rows; row++)
            {
                batch[row] = train[numbers[row]];
            }

            FitBatch(batch.AsSpan(0, rows), numbers, cancellation);
            if (position < train.Count && fit!.IsWanted)
            {
                var (done, all) = (Batches(position), Batches(train.Count));
                Tell(fit, new(Epoch + 1, Epochs, done, all, losses.Mean, validationLoss));
            }
        }
    }

    /// <summary>Trains on a batch, whole, or its remaining windows.</summary>
    private void FitBatch(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> numbers, CancellationToken cancellation)
    {
        var batches = Runner(cancellation);
        if (Truncate is not { } steps)
        {
            if (unfinished is null)
            {
                ChooseRate();
                lock (gate)
                {
                    losses += Step(samples, numbers, continues: false);
                    position += samples.Length;
                }

                return;
            }

            // It was started in windows; the rest of it is the last window.
            steps = int.MaxValue / 2;
        }

        var windows = batches.Windows;
        windows.Begin(samples, numbers, steps);
        Resume(batches);
        try
        {
            while (windows.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                ChooseRate();
                batches.Cancellation = Stateful ? default : cancellation;
                lock (gate)
                {
                    Step(windows.Samples, windows.Numbers, continues: Stateful && windows.HasStates, windows.Whole);
                    windows.Finish(batches);
                    if (!windows.HasMore)
                    {
                        isInBatch = false;
                        losses += windows.Losses(batches);
                        position += samples.Length;
                    }
                }

                if (windows.HasMore && fit!.IsWanted)
                {
                    Tell(fit, Within(windows.Losses(batches), windows.Part));
                }
            }
        }
        finally
        {
            lock (gate)
            {
                unfinished = isInBatch ? batches.Unfinished(Stateful) : null;
                isInBatch = false;
            }
        }
    }

    /// <summary>Resumes the windows of an interrupted batch, or begins with the first.</summary>
    private void Resume(BatchRunner<TSample> batches)
    {
        if (unfinished is { } before)
        {
            if (!batches.Windows.TryResume(before))
            {
                throw new InvalidOperationException(
                    Invariant(
                        $"Training was interrupted within a batch of {before.Rows} samples after sample {position} of "
                    )
                        + Invariant(
                            $"epoch {Epoch + 1}, and now they have other lengths: go on with the samples that it began with."
                        )
                );
            }

            batches.GoOnFrom(before.States);
        }

        lock (gate)
        {
            isInBatch = true;
        }
    }

    /// <summary>The report between two windows of a batch.</summary>
    private TrainingProgress Within(LossSum batchLosses, double part) =>
        new(
            Epoch + 1,
            Epochs,
            Batches(position),
            Batches(fit!.Samples),
            (losses + batchLosses).Mean,
            validationLoss,
            BatchPart: part
        );

    private int Batches(int samples) => (int)(((long)samples + BatchSize - 1) / BatchSize);

    private void ChooseRate()
    {
        if (Schedule is { } schedule)
        {
            LearningRate = schedule(Epoch + 1, optimizer.Steps + 1);
        }
    }

    private void Reserve(int rows)
    {
        if (batch.Length < rows)
        {
            batch = new TSample[rows];
            examples = new int[rows];
        }
    }

    private static void RequireSamples(IReadOnlyList<TSample> samples, string name)
    {
        ArgumentNullException.ThrowIfNull(samples, name);
        if (samples.Count == 0)
        {
            throw new ArgumentException($"Expected at least one sample in {name}, got none.", name);
        }
    }
}
