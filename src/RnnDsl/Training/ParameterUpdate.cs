namespace RnnDsl.Training;

/// <summary>Applies the gradients of a batch to the parameters, on the host or the device, where the program holds both.</summary>
public abstract class ParameterUpdate
{
    /// <summary>The holder that a loan of the parameters names after a step.</summary>
    internal virtual object Holder => this;

    /// <summary>The length of the vector of all gradients.</summary>
    internal abstract double Norm();

    /// <summary>Scales the gradients.</summary>
    internal abstract void Scale(float factor);

    /// <summary>Takes an optimizer step.</summary>
    /// <returns>Whether all parameters are finite; if not, the step was reverted.</returns>
    internal abstract bool TryTake(Optimizer optimizer);
}
