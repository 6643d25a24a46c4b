using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>
/// The loss, the gradient or the parameters are no longer finite. The parameters are left as they were after the last step
/// that was finite.
/// </summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    internal TrainingDivergedException(string what, int epoch, long step, double loss, double gradientNorm)
        : base(
            Invariant(
                $"Training diverged in epoch {epoch}, step {step}: {what} (loss {loss:G6}, gradient norm {gradientNorm:G6}). "
                    + $"The parameters are those before this step. Try a lower LearningRate, or set ClipNorm."
            )
        )
    {
        Epoch = epoch;
        Step = step;
        Loss = loss;
        GradientNorm = gradientNorm;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The optimizer step, from 1, that was not taken.</summary>
    public long Step { get; }

    /// <summary>The mean loss of the batch.</summary>
    public double Loss { get; }

    /// <summary>The norm of the gradients before clipping; NaN where the loss already ended the step.</summary>
    public double GradientNorm { get; }
}
