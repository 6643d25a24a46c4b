using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>
/// Trains the parameters of a model on samples: the base of the classes that the generator writes for <c>[Training]</c>.
/// The same seed and samples give the same bits, on any number of threads. After the first step nothing is allocated.
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
    /// <param name="optimizer">How gradients become steps.</param>
    protected TrainingLoop(ParameterStore parameters, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(optimizer);
        Parameters = parameters;
        this.optimizer = optimizer;
    }

    /// <summary>The model's parameters.</summary>
    public ParameterStore Parameters { get; }

    /// <summary>How gradients become steps.</summary>
    public Optimizer Optimizer
    {
        get => optimizer;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            optimizer = value;
        }
    }

    /// <summary>The optimizer's learning rate, finite and above 0; a change holds from the next step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not above 0.</exception>
    public float LearningRate
    {
        get => optimizer.LearningRate;
        set => optimizer.LearningRate = value;
    }

    /// <summary>Samples of a batch, at least 1; the last batch of an epoch has what is left.</summary>
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
    /// Decides the order of the samples, and what noise such as <c>Dropout</c> does at each step; the same seed gives the same.
    /// </summary>
    public ulong Seed { get; set; }

    /// <summary>
    /// The number of threads; 0, the default, takes as many as the machine has where the work is large enough to share out,
    /// and one where it is not. The results are the same bits for any number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, or above 1024.</exception>
    /// <exception cref="NotSupportedException">The loop computes with tensors, whose threads are libtorch's.</exception>
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

    /// <summary>Takes one optimizer step on a batch, or, with <see cref="Truncate"/>, one on each of its windows.</summary>
    /// <param name="batch">The samples, at least one; their sequences may have different lengths.</param>
    /// <returns>Their mean loss before the step; of each window, before its own.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or a sample does not fit; the parameters are as before.</exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss, the gradient or the step is not finite; the parameters are as before, or as the last window that was left them.
    /// </exception>
    public float TrainBatch(ReadOnlySpan<TSample> batch) => (float)(Train(batch, Count(batch.Length)) / batch.Length);

    /// <summary>Computes the gradients of a batch's mean loss, over whole sequences and not clipped, and takes no step.</summary>
    /// <param name="batch">The samples, at least one; their sequences may have different lengths.</param>
    /// <returns>The gradients, by the names of the parameters; overwritten by the next call, or step.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or a sample does not fit.</exception>
    /// <exception cref="TrainingDivergedException">A loss is not finite.</exception>
    public ParameterGradients Gradients(ReadOnlySpan<TSample> batch)
    {
        var examples = Count(batch.Length);
        var batches = Runner();
        RequireFinite(batches.ForwardAndBackward(batch, examples, Seed, optimizer.Steps), examples);
        batches.SumGradients();
        return batches.Gradients;
    }

    /// <summary>The mean loss of samples, without noise such as <c>Dropout</c>; no parameter changes.</summary>
    /// <param name="samples">The samples, at least one.</param>
    /// <exception cref="ArgumentException">There are no samples, or one does not fit.</exception>
    /// <exception cref="TrainingDivergedException">A loss is not finite.</exception>
    public double Evaluate(IReadOnlyList<TSample> samples)
    {
        RequireSamples(samples, nameof(samples));
        Runner();
        Reserve(Math.Min(BatchSize, samples.Count));
        double sum = 0;
        for (var first = 0; first < samples.Count; first += BatchSize)
        {
            var rows = Math.Min(BatchSize, samples.Count - first);
            for (var row = 0; row < rows; row++)
            {
                examples[row] = first + row;
                batch[row] = samples[first + row];
            }

            sum += Measure(batch.AsSpan(0, rows), examples.AsSpan(0, rows));
        }

        return sum / samples.Count;
    }

    /// <summary>Creates the program that computes the loss and its gradients; called once, before the first batch.</summary>
    protected abstract TrainingProgram<TSample> CreateProgram();

    /// <summary>One step; returns the sum of the losses.</summary>
    private double Step(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> numbers, bool continues)
    {
        var batches = runner!;
        var loss = batches.ForwardAndBackward(samples, numbers, Seed, optimizer.Steps, continues);
        RequireFinite(loss, numbers);
        batches.SumGradients();
        var update = batches.Update;
        var norm = update.Norm();
        var size = norm;
        if (ClipNorm is { } limit && norm > limit)
        {
            update.Scale((float)(limit / norm));
            size = limit;
        }

        // Optimizers square gradients in float: a norm whose square is infinite there would stall them without a word.
        if (!float.IsFinite((float)norm) || !float.IsFinite((float)(size * size)))
        {
            throw Diverged("the gradient is not finite, or its square is not", loss / samples.Length, norm);
        }

        return update.TryTake(optimizer)
            ? loss
            : throw Diverged("the step left parameters that are not finite", loss / samples.Length, norm);
    }

    private BatchRunner<TSample> Runner()
    {
        runner ??= new(CreateProgram(), Parameters);
        runner.Threads = Threads;
        streams = 0;
        RequireStates(runner);
        return runner;
    }

    private void RequireFinite(double loss, ReadOnlySpan<int> numbers)
    {
        if (double.IsFinite(loss))
        {
            return;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            if (!float.IsFinite(runner!.Loss(i)))
            {
                throw Diverged(
                    Invariant($"the loss of sample {numbers[i]} is not finite"),
                    loss / numbers.Length,
                    double.NaN
                );
            }
        }
    }

    private TrainingDivergedException Diverged(string what, double loss, double norm) =>
        new(what, Epoch + 1, optimizer.Steps + 1, loss, norm);

    /// <summary>The numbers from 0, which name the samples of a batch that comes from no data set.</summary>
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
