using RnnDsl.Inference;

namespace RnnDsl.Tests.Nets;

/// <summary>A stream through the members that the generator wrote for its model.</summary>
public sealed class PushingOf<TStream>(TStream stream, PushingOf<TStream>.PushStep push, Action<TStream> reset)
    : Pushing
{
    public delegate Prediction PushStep(TStream stream, ReadOnlySpan<float> x);

    public override ReadOnlySpan<float> Push(ReadOnlySpan<float> x) => push(stream, x).Values;

    public override void Reset() => reset(stream);
}
