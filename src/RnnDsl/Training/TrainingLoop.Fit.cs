using System.Diagnostics;
using RnnDsl.RandomNumbers;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

public abstract partial class TrainingLoop<TSample>
{
    private readonly BestParameters best = new();
    private TSample[] batch = [];
    private int[] examples = [];
    private int[] order = [];
    private int position;
    private double lossSum;
    private double? validationLoss;

    /// <summary>The epoch at which <c>Fit</c> ends, counted from the first training of this loop; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Epochs
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Epochs));
            field = value;
        }
    } = 10;

    /// <summary>Epochs that are done.</summary>
    public int Epoch { get; private set; }

    /// <summary>Whether each epoch takes the samples in an order of its own; otherwise always as they come.</summary>
    public bool Shuffle { get; set; } = true;

    /// <summary>
    /// The order of the samples in each epoch, such as <see cref="BatchOrder.ByLength"/>; null, the default, leaves it to
    /// <see cref="Shuffle"/>. It belongs to <see cref="Seed"/>, the epoch and <see cref="BatchSize"/>: with these, training
    /// that stopped within an epoch goes on with the samples that the epoch has not had.
    /// </summary>
    public SampleOrder<TSample>? Order { get; set; }

    /// <summary>Chooses the learning rate before each step of <c>Fit</c>; null leaves it as it is.</summary>
    public LearningRateSchedule? Schedule { get; set; }

    /// <summary>
    /// <c>Fit</c> ends early after this many epochs without a lower loss (of validation, where there is one); null never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Patience
    {
        get;
        set
        {
            if (value is { } epochs)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1, nameof(Patience));
            }

            field = value;
        }
    }

    /// <summary>
    /// Whether <c>Fit</c> returns with the parameters of the epoch that had the lowest loss (of validation, where there is
    /// one) instead of those of the last.
    /// </summary>
    public bool KeepBest { get; set; }

    /// <summary>All epochs that are done.</summary>
    public History History { get; } = new();

    /// <summary>
    /// Trains until <see cref="Epochs"/> epochs are done. After a cancellation, or from a checkpoint, it goes on where
    /// training stood, and gives the same bits as if it had never stopped.
    /// </summary>
    /// <param name="train">The samples to train on, at least one.</param>
    /// <param name="validation">Samples whose loss is measured after each epoch; null for none.</param>
    /// <param name="progress">Is told after each batch; <see cref="ConsoleProgress"/> draws a bar.</param>
    /// <param name="cancellation">Ends training before the next batch.</param>
    /// <returns>All epochs that are done.</returns>
    /// <exception cref="ArgumentException">A set is empty, or a sample does not fit.</exception>
    /// <exception cref="InvalidOperationException">
    /// All epochs are done already, or <see cref="Order"/> did not take each sample once.
    /// </exception>
    /// <exception cref="OperationCanceledException">Training was cancelled; the steps so far are kept.</exception>
    /// <exception cref="TrainingDivergedException">A number is not finite; the steps before it are kept.</exception>
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

        RequireWork(train.Count);
        var clock = new FitClock((long)Epoch * train.Count + position, (long)Epochs * train.Count);
        var isEnd = false;
        while (!isEnd)
        {
            var started = Stopwatch.GetTimestamp();
            TrainEpoch(train, progress, clock, cancellation);
            var loss = lossSum / train.Count;
            validationLoss = validation is null ? null : Evaluate(validation);
            best.Offer(validationLoss ?? loss, Epoch + 1, KeepBest ? Parameters : null);
            (position, lossSum, Epoch) = (0, 0, Epoch + 1);
            History.Add(new(Epoch, loss, validationLoss, Stopwatch.GetElapsedTime(started).TotalSeconds));
            isEnd = Epoch >= Epochs || Epoch - best.Epoch > Patience;
            var batches = Batches(train.Count);
            var report = new TrainingProgress(Epoch, Epochs, batches, batches, loss, validationLoss, IsEnd: isEnd);
            progress?.Report(clock.Read((long)Epoch * train.Count, report));
        }

        if (KeepBest)
        {
            best.Restore(Parameters);
        }

        return History;
    }

    /// <summary>Trains what is left of an epoch; reports every batch but the last, whose report waits for validation.</summary>
    private void TrainEpoch(
        IReadOnlyList<TSample> train,
        IProgress<TrainingProgress>? progress,
        FitClock clock,
        CancellationToken cancellation
    )
    {
        ChooseOrder(train);
        while (position < train.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(BatchSize, train.Count - position);
            Reserve(rows);
            var numbers = order.AsSpan(position, rows);
            for (var row = 0; row < rows; row++)
            {
                batch[row] = train[numbers[row]];
            }

            lossSum += Train(batch.AsSpan(0, rows), numbers, Schedule);
            position += rows;
            if (position < train.Count && progress is not null)
            {
                var (done, all) = (Batches(position), Batches(train.Count));
                var report = new TrainingProgress(Epoch + 1, Epochs, done, all, lossSum / position, validationLoss);
                progress.Report(clock.Read((long)Epoch * train.Count + position, report));
            }
        }
    }

    private int Batches(int samples) => (int)(((long)samples + BatchSize - 1) / BatchSize);

    private void ChooseOrder(IReadOnlyList<TSample> train)
    {
        if (order.Length != train.Count)
        {
            order = new int[train.Count];
        }

        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        if (Order is { } arrange)
        {
            arrange(train, BatchSize, new(Seed, RandomPurpose.Shuffling, (uint)Epoch), order);
            RequireEachOnce();
        }
        else if (Shuffle)
        {
            new RandomStream(Seed, RandomPurpose.Shuffling, (uint)Epoch).Shuffle(order.AsSpan());
        }
    }

    private void RequireEachOnce()
    {
        var isThere = new bool[order.Length];
        foreach (var number in order)
        {
            if ((uint)number >= (uint)isThere.Length || isThere[number])
            {
                var odd = (uint)number < (uint)isThere.Length ? "for the second time" : "which does not exist";
                throw new InvalidOperationException(
                    Invariant(
                        $"Order must give each of the samples 0 to {order.Length - 1} once; "
                            + $"in epoch {Epoch + 1} it gave {number}, {odd}."
                    )
                );
            }

            isThere[number] = true;
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

    private void RequireWork(int count)
    {
        if (Epoch >= Epochs)
        {
            throw new InvalidOperationException(
                Invariant($"This loop has done {Epoch} epochs, and Epochs is {Epochs}: set Epochs higher to train on.")
            );
        }

        if (position > count)
        {
            throw new InvalidOperationException(
                Invariant(
                    $"Training stands after sample {position} of epoch {Epoch + 1}, but there are {count} samples: "
                        + $"go on with the samples that it began with."
                )
            );
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
