namespace RnnDsl.Training;

/// <summary>How the gradients of a batch change the parameters, on the side where a program has both.</summary>
public abstract class ParameterUpdate
{
    /// <summary>Who has the newest parameters after a step, if not the model.</summary>
    internal virtual object Holder => this;

    /// <summary>The length of the vector of all gradients.</summary>
    internal abstract double Norm();

    /// <summary>Scales the gradients.</summary>
    internal abstract void Scale(float factor);

    /// <summary>Takes an optimizer step.</summary>
    /// <returns>Whether all parameters are finite; if not, they are what they were.</returns>
    internal abstract bool TryTake(Optimizer optimizer);
}
