using RnnDsl.Parameters;

namespace RnnDsl.Training;

/// <summary>
/// Trains the parameters of a model on samples: the base of the classes that the generator writes for <c>[Training]</c>.
/// The same seed and samples give the same bits, on any number of threads. After the first step nothing is allocated.
/// One thread at a time uses it: a call from a second one throws <see cref="InvalidOperationException"/>, and only
/// <see cref="SaveCheckpoint"/> may come from any thread.
/// </summary>
/// <typeparam name="TSample">The data of one example.</typeparam>
public abstract partial class TrainingLoop<TSample>
{
    private const int MostThreads = 1024;

    private BatchRunner<TSample>? runner;
    private Optimizer optimizer;
    private int[] counting = [];

    /// <summary>Creates a loop.</summary>
    /// <param name="parameters">The model's parameters, which are trained in place.</param>
    /// <param name="optimizer">The optimizer.</param>
    protected TrainingLoop(ParameterStore parameters, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(optimizer);
        Parameters = parameters;
        this.optimizer = optimizer;
    }

    /// <summary>The model's parameters.</summary>
    public ParameterStore Parameters { get; }

    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer
    {
        get => optimizer;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            optimizer = value;
        }
    }

    /// <summary>The optimizer's learning rate, finite and above 0; a change takes effect at the next step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not above 0.</exception>
    public float LearningRate
    {
        get => optimizer.LearningRate;
        set => optimizer.LearningRate = value;
    }

    /// <summary>Samples of a batch, at least 1; the last batch of an epoch may be smaller.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int BatchSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(BatchSize));
            field = value;
        }
    } = 32;

    /// <summary>Gradients with a norm (over all parameters) above this are scaled down to it; null never clips.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not above 0.</exception>
    public float? ClipNorm
    {
        get;
        set => field = value is { } norm ? OptimizerArgument.Positive(norm, nameof(ClipNorm)) : null;
    }

    /// <summary>
    /// Determines the order of the samples and the noise, such as <c>Dropout</c>, of each step; the same seed gives the same run.
    /// </summary>
    public ulong Seed { get; set; }

    /// <summary>
    /// The number of threads; 0, the default, uses all of the machine's threads if the work is large enough to split,
    /// and one if it is not. The results are the same bits for any number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, or above 1024.</exception>
    /// <exception cref="NotSupportedException">The loop computes with tensors, whose threads libtorch manages.</exception>
    public virtual int Threads
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Threads));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostThreads, nameof(Threads));
            field = value;
        }
    }

    /// <summary>
    /// How losses are averaged: over samples, or over all of their steps. It determines the gradients of a batch, and
    /// the losses that <see cref="TrainBatch"/>, <c>Fit</c> and <see cref="Evaluate"/> return.
    /// </summary>
    public LossMean LossMean { get; set; }

    /// <summary>Takes one optimizer step on a batch, or, with <see cref="Truncate"/>, one on each of its windows.</summary>
    /// <param name="batch">The samples, at least one; their sequences may have different lengths.</param>
    /// <param name="cancellation">
    /// Cancels the call within a step of the sequences; if windows carry states, within a window.
    /// </param>
    /// <returns>Their mean loss before the step; of each window before its own step.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or a sample does not fit; the parameters are as before.</exception>
    /// <exception cref="InvalidOperationException">Another call on this loop has not returned, such as one of another thread.</exception>
    /// <exception cref="OperationCanceledException">
    /// The call was cancelled; the parameters are as before, or as the last completed window left them.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss, the gradient or the step is not finite; the parameters are as before, or as the last completed window left them.
    /// </exception>
    public float TrainBatch(ReadOnlySpan<TSample> batch, CancellationToken cancellation = default)
    {
        using var use = Begin(nameof(TrainBatch));
        lock (gate)
        {
            return (float)Train(batch, Count(batch.Length), cancellation).Mean;
        }
    }

    /// <summary>Computes the gradients of a batch's mean loss, over whole sequences and not clipped, and takes no step.</summary>
    /// <param name="batch">The samples, at least one; their sequences may have different lengths.</param>
    /// <returns>The gradients, by the names of the parameters; overwritten by the next call or step.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or a sample does not fit.</exception>
    /// <exception cref="InvalidOperationException">
    /// Another call on this loop has not returned; a handler of <c>Fit</c>'s progress may call this.
    /// </exception>
    /// <exception cref="TrainingDivergedException">A loss is not finite.</exception>
    public ParameterGradients Gradients(ReadOnlySpan<TSample> batch)
    {
        using var use = Begin(nameof(Gradients), isForReports: true);
        using var place = KeepPlace();
        var numbers = Count(batch.Length);
        var batches = Runner(CancellationToken.None);
        var sum = batches.ForwardAndBackward(batch, numbers, Seed, optimizer.Steps);
        RequireFinite(sum, numbers, "the batch");
        batches.SumGradients();
        return batches.Gradients;
    }

    /// <summary>The mean loss of samples, without noise such as <c>Dropout</c>; no parameter changes.</summary>
    /// <param name="samples">The samples, at least one.</param>
    /// <param name="cancellation">
    /// Cancels the call within a step of the sequences; if windows carry states, within a window.
    /// </param>
    /// <exception cref="ArgumentException">There are no samples, or one does not fit.</exception>
    /// <exception cref="InvalidOperationException">
    /// Another call on this loop has not returned; a handler of <c>Fit</c>'s progress may call this.
    /// </exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    /// <exception cref="TrainingDivergedException">A loss is not finite.</exception>
    public double Evaluate(IReadOnlyList<TSample> samples, CancellationToken cancellation = default)
    {
        RequireSamples(samples, nameof(samples));
        using var use = Begin(nameof(Evaluate), isForReports: true);
        using var place = KeepPlace();
        return MeasureAll(samples, "", cancellation);
    }

    /// <summary>Creates the program that computes the loss and its gradients; called once, before the first batch.</summary>
    protected abstract TrainingProgram<TSample> CreateProgram();

    /// <summary>The numbers from 0, which identify the samples of a batch that is not from a data set.</summary>
    private ReadOnlySpan<int> Count(int length)
    {
        if (length == 0)
        {
            throw new ArgumentException("Expected at least one sample in the batch, got none.");
        }

        if (counting.Length < length)
        {
            counting = [.. Enumerable.Range(0, length)];
        }

        return counting.AsSpan(0, length);
    }
}
