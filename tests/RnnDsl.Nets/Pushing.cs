using RnnDsl.Inference;

namespace RnnDsl.Tests.Nets;

/// <summary>A running stream.</summary>
/// <param name="push">Takes a step.</param>
/// <param name="reset">Forgets what was pushed.</param>
public sealed class Pushing(Predictor<float> push, Action reset)
{
    /// <summary>Takes a step and gives a view of the result.</summary>
    public ReadOnlySpan<float> Push(ReadOnlySpan<float> x) => push(x).Values;

    public void Reset() => reset();
}
