using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <summary>
/// A loss over batches, with its gradients: what the generator writes for a <c>[Training]</c> class, and what a
/// <see cref="TrainingLoop{TSample}"/> runs. A step calls, in this order: <c>Begin</c>, <see cref="Load"/> for each row,
/// <c>Pack</c> if parameters changed, <c>Forward</c> and <c>Backward</c> for ranges of rows side by side, then (when all
/// rows are done) <c>Gradients</c> for parts of the parameters side by side.
/// </summary>
/// <typeparam name="TSample">The data of one example.</typeparam>
/// <param name="parameters">The parameters that the loss depends on.</param>
public abstract class TrainingProgram<TSample>(ParameterStore parameters) : BatchProgram
{
    /// <summary>
    /// The gradients of the batch's mean loss: the program weighs each row by 1 / Rows. The training loop clears them before
    /// it calls <c>Gradients</c>, which adds to them.
    /// </summary>
    public ParameterGradients ParameterGradients { get; } = parameters.NewGradients();

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

    /// <summary>The loss of one row, after its <c>Forward</c>.</summary>
    /// <param name="row">The row, below <c>Rows</c>.</param>
    public abstract float Loss(int row);
}
