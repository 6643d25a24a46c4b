namespace RnnDsl.Training;

/// <content>The settings and the results of <c>Fit</c>.</content>
public abstract partial class TrainingLoop<TSample>
{
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

    /// <summary>Whether the samples are shuffled in each epoch; otherwise they keep the caller's order.</summary>
    public bool Shuffle { get; set; } = true;

    /// <summary>
    /// The order of the samples in each epoch, such as <see cref="BatchOrder.ByLength"/>; null, the default, leaves it to
    /// <see cref="Shuffle"/>. It depends only on <see cref="Seed"/>, the epoch and <see cref="BatchSize"/>: with these, training
    /// that stopped within an epoch continues with the remaining samples of the epoch.
    /// </summary>
    public SampleOrder<TSample>? Order { get; set; }

    /// <summary>Chooses the learning rate before each step of <c>Fit</c>; null leaves it as it is.</summary>
    public LearningRateSchedule? Schedule { get; set; }

    /// <summary>
    /// <c>Fit</c> ends early after this many epochs, in a row, without a lower loss (of validation, where there is one) than
    /// the best of this <c>Fit</c>; null: never. 1 ends it with the first epoch that is not better.
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
    /// Whether <c>Fit</c> ends with the parameters of its epoch that had the lowest loss (of validation, where there is one), whatever
    /// the reason: the last epoch, patience, a cancellation or an exception. Without validation the loss of the training samples is
    /// measured after each epoch, which takes about a third of the time of training, because during an epoch the parameters change.
    /// </summary>
    /// <remarks>
    /// A <c>Fit</c> that resumes after a cancellation, or from a checkpoint, continues with the parameters that it had reached, not
    /// with the best; after <see cref="TrainingDivergedException"/> it continues with the best.
    /// </remarks>
    public bool KeepBest { get; set; }

    /// <summary>The epoch with the lowest loss of the newest <c>Fit</c>; null before the first has ended.</summary>
    public BestEpoch? Best => best.Epoch > 0 ? new(best.Epoch, best.Loss) : null;

    /// <summary>All epochs that are done.</summary>
    public History History { get; } = new();
}
