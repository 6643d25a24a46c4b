using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>
/// The loss, the gradient or the parameters are no longer finite. The parameters are left as they were after the last step
/// that was finite, or, if <c>Fit</c> keeps the best, after the best epoch.
/// </summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    internal TrainingDivergedException(
        string what,
        int epoch,
        long step,
        double loss,
        double gradientNorm,
        int restoredEpoch
    )
        : this(
            Invariant(
                $"Training diverged in epoch {epoch}, step {step}: {what} (loss {loss:G6}, gradient norm {gradientNorm:G6}). "
            )
                + (
                    restoredEpoch > 0
                        ? Invariant($"The parameters are those after epoch {restoredEpoch}, the best. ")
                        : "The parameters are those before this step. "
                )
                + (
                    double.IsNaN(gradientNorm) && double.IsFinite(loss)
                        ? "A function with an infinite slope gives such a gradient: Sqrt or Log at 0, a quotient by 0. Keep its argument away "
                            + "from there, with Where or a small number. Where there is none, try a lower LearningRate, or set ClipNorm."
                        : "Try a lower LearningRate, or set ClipNorm."
                ),
            epoch,
            step,
            loss,
            gradientNorm
        ) { }

    private TrainingDivergedException(string message, int epoch, long step, double loss, double gradientNorm)
        : base(message)
    {
        Epoch = epoch;
        Step = step;
        Loss = loss;
        GradientNorm = gradientNorm;
    }

    /// <summary>The loss of a sample in an evaluation is not finite.</summary>
    /// <param name="set">The data set of the sample; may be empty.</param>
    /// <param name="sample">The sample's index in the set.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="steps">The steps that were taken.</param>
    /// <param name="loss">Its loss.</param>
    internal static TrainingDivergedException OfMeasured(string set, int sample, int epoch, long steps, float loss)
    {
        var where = set.Length > 0 ? $"{char.ToUpperInvariant(set[0])}{set[1..]}" : "Evaluation";
        return new(
            Invariant(
                $"{where}, in epoch {epoch} after step {steps}: the loss of sample {sample} is not finite, but {loss}. No step was taken. "
            )
                + "Look for numbers in this sample that are far larger than in the others; if losses were rising before, the parameters "
                + "have grown too large: train again with a lower LearningRate or with ClipNorm, or load an earlier checkpoint.",
            epoch,
            steps,
            loss,
            double.NaN
        );
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>
    /// The optimizer step, from 1, that was not taken; for an evaluation, the last step that was taken.
    /// </summary>
    public long Step { get; }

    /// <summary>The mean loss of the batch; for an evaluation, the loss of the sample.</summary>
    public double Loss { get; }

    /// <summary>The norm of the gradients before clipping; NaN if the loss was already not finite.</summary>
    public double GradientNorm { get; }
}
