namespace RnnDsl.Tests.Nets;

/// <summary>A running stream.</summary>
public abstract class Pushing
{
    /// <summary>Takes a step and gives a view of the result.</summary>
    public abstract ReadOnlySpan<float> Push(ReadOnlySpan<float> x);

    public abstract void Reset();
}
