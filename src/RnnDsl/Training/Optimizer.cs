using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>
/// Turns gradients into parameter updates. It works on the flat buffer of all parameters; every value is updated from its own
/// gradient and state alone, so that the bits do not depend on the vector width or on how the buffer is split.
/// </summary>
/// <remarks>
/// Of a table (<see cref="ParameterInfo.IsTable"/>), such as an embedding's, a training loop updates the rows that the batch picked, and
/// no others: a step costs the same however large the vocabulary. A row that is not picked stays where it is, also where
/// momentum would have moved it, and its running means decay when it is picked again, once. PyTorch's <c>SparseAdam</c>
/// does the same ("lazy": moments are updated only where the gradient has entries), with the bias correction by the number of
/// all steps, as here. Without momentum and running means (<see cref="Sgd"/> alone) the result is that of a dense update.
/// </remarks>
public abstract class Optimizer
{
    /// <summary>Parts of the flat buffer begin and end at multiples of this, so that no loop has a remainder.</summary>
    internal const int Alignment = 16;

    private float[][] state = [];
    private float learningRate;

    /// <summary>Creates an optimizer.</summary>
    /// <param name="learningRate">The learning rate, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not finite or not above 0.</exception>
    protected Optimizer(float learningRate) => LearningRate = learningRate;

    /// <summary>The learning rate, finite and above 0; a change takes effect at the next step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not above 0.</exception>
    public float LearningRate
    {
        get => learningRate;
        set => learningRate = OptimizerArgument.Positive(value, nameof(LearningRate));
    }

    /// <summary>Number of steps taken so far.</summary>
    public long Steps { get; private set; }

    /// <summary>The names of the optimizer's state buffers; each buffer has one float for each parameter.</summary>
    public abstract IReadOnlyList<string> StateNames { get; }

    /// <summary>A state buffer; empty before the first step.</summary>
    /// <param name="index">Its index in <see cref="StateNames"/>.</param>
    public Span<float> State(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, StateNames.Count);
        Loan.End();
        return state.Length == 0 ? [] : state[index];
    }

    /// <summary>The loan of the newest states to a device.</summary>
    internal Loan Loan { get; } = new(new Lock());

    /// <summary>Updates the values by one step.</summary>
    /// <param name="values">The parameters, padded to a multiple of 16 as a parameter store's are.</param>
    /// <param name="gradients">The gradient of each, in the same order; 0 for padding.</param>
    /// <exception cref="ArgumentException">
    /// The length is no multiple of 16, or differs from that of the gradients or of earlier steps.
    /// </exception>
    public void Update(Span<float> values, ReadOnlySpan<float> gradients)
    {
        if (values.Length != gradients.Length)
        {
            throw new ArgumentException(
                $"Expected {values.Length} gradients for {values.Length} values, got {gradients.Length}.",
                nameof(gradients)
            );
        }

        if (values.Length % Alignment != 0)
        {
            throw new ArgumentException(
                $"Expected a multiple of {Alignment} values, padded with zeros, got {values.Length}.",
                nameof(values)
            );
        }

        Update(values, gradients, [new(0, values.Length)]);
    }

    /// <summary>Updates some of the values by one step; the other values and their state do not change.</summary>
    internal void Update(Span<float> values, ReadOnlySpan<float> gradients, ReadOnlySpan<ParameterRun> runs)
    {
        Begin(values.Length);
        foreach (var (first, length) in runs)
        {
            Apply(first, values.Slice(first, length), gradients.Slice(first, length));
        }
    }

    /// <summary>Resets the state and starts at step 0 again.</summary>
    public void Reset()
    {
        Loan.Drop();
        Steps = 0;
        foreach (var buffer in state)
        {
            buffer.AsSpan().Clear();
        }
    }

    /// <summary>Begins the next step, whose parts may then be applied in any order, also concurrently.</summary>
    internal void Begin(int count)
    {
        Reserve(count);
        Steps++;
        BeginStep();
    }

    /// <summary>Continues from another optimizer of the same kind: the caller fills the states.</summary>
    internal void Resume(int count, long steps)
    {
        Reserve(count);
        Steps = steps;
    }

    /// <summary>Computes the values that are the same for every parameter of step <see cref="Steps"/>, such as a bias correction.</summary>
    protected virtual void BeginStep() { }

    /// <summary>Updates one part of the parameters; parts may run concurrently.</summary>
    /// <param name="first">Index of the part's first parameter; the part's state begins there too.</param>
    /// <param name="values">The part's parameters; their number is a multiple of 16.</param>
    /// <param name="gradients">Their gradients.</param>
    protected internal abstract void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients);

    private void Reserve(int count)
    {
        if (state.Length < StateNames.Count)
        {
            state = new float[StateNames.Count][];
            for (var i = 0; i < state.Length; i++)
            {
                state[i] = GC.AllocateArray<float>(count, pinned: true);
            }
        }
        else if (state.Length > 0 && state[0].Length != count)
        {
            throw new ArgumentException(
                Invariant(
                    $"{GetType().Name} has stepped on {state[0].Length} values and now gets {count}: "
                        + $"use one optimizer for one model."
                ),
                nameof(count)
            );
        }
    }
}
