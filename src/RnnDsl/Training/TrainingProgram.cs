using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <summary>
/// A loss over batches, with its gradients: the generator writes one for a <c>[Training]</c> class, and a
/// <see cref="TrainingLoop{TSample}"/> runs it. A step calls, in this order: <c>Begin</c>, <see cref="Load"/> for each row,
/// <c>Pack</c> if parameters changed, <c>Forward</c> and <c>Backward</c> for ranges of rows concurrently, then (when all
/// rows are done) <c>BeginGradients</c>, <c>Gradients</c> for parts of the parameters concurrently, and <c>EndGradients</c>.
/// </summary>
/// <typeparam name="TSample">The data of one example.</typeparam>
/// <param name="parameters">The parameters that the loss depends on.</param>
public abstract class TrainingProgram<TSample>(ParameterStore parameters) : BatchProgram
{
    /// <summary>
    /// The gradients of the batch's mean loss: the program weights each row by its <see cref="Lengths.Weights"/>. The training loop
    /// clears them before it calls <c>Gradients</c>, which adds to them.
    /// </summary>
    public ParameterGradients ParameterGradients { get; } = parameters.NewGradients();

    /// <summary>Applies these gradients to the parameters, on the host or the device.</summary>
    public virtual ParameterUpdate Update => field ??= new HostUpdate(parameters, ParameterGradients);

    /// <summary>The settings of the training at this step, in the order of its declaration; <see cref="Load"/> reads them.</summary>
    public IReadOnlyList<float> Settings { get; internal set; } = [];

    /// <summary>Checks the shapes of a sample and counts its time steps.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="example">Its number, for messages.</param>
    /// <returns>At least 1; 1 if the loss takes no sequence.</returns>
    /// <exception cref="ArgumentException">A shape does not fit; the message names sample, argument, expected and actual.</exception>
    public abstract int CountSteps(in TSample sample, int example);

    /// <summary>Copies a sample into a row of the batch.</summary>
    /// <param name="row">The row, below <c>Rows</c>.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="example">Its number, for messages.</param>
    /// <exception cref="ArgumentException">A value is not finite, or a shape does not fit.</exception>
    public abstract void Load(int row, in TSample sample, int example);

    /// <summary>The sample of a window: its sequences cut, the rest as it is.</summary>
    /// <param name="sample">The whole sample.</param>
    /// <param name="window">Which steps of its sequences.</param>
    /// <param name="example">Its number, for messages.</param>
    /// <exception cref="ArgumentException">A sequence is not as long as the first one.</exception>
    public abstract TSample Cut(in TSample sample, Window window, int example);

    /// <summary>
    /// Whether the losses of a sequence's windows add up to that of the whole, as those of a sum over the steps do; otherwise the loss of the
    /// whole is their mean, weighted by their steps.
    /// </summary>
    public virtual bool WindowsAddUp => false;

    /// <summary>Whether neither holds: the loss grows with the number of steps, and is no sum over them.</summary>
    public virtual bool GrowsWithSteps => false;

    /// <summary>Whether the loops start from states that the previous batch may have left.</summary>
    public virtual bool IsStateful => false;

    /// <summary>The states that <see cref="CarryStates"/> keeps, to be saved and restored.</summary>
    public virtual IReadOnlyList<IStateRows> CarriedRows => [];

    /// <summary>Makes all rows start with zero states; call it after <c>Begin</c>.</summary>
    public virtual void StartStates() { }

    /// <summary>Makes each row of the next batch start with its final states in this one.</summary>
    public virtual void CarryStates() { }

    /// <summary>The loss of one row, after its <c>Forward</c>.</summary>
    /// <param name="row">The row, below <c>Rows</c>.</param>
    public abstract float Loss(int row);
}
