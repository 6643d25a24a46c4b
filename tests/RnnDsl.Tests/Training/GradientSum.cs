using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>An optimizer that adds up the gradients of its steps and leaves the parameters as they are.</summary>
internal sealed class GradientSum(int count) : Optimizer(learningRate: 1)
{
    public float[] Gradients { get; } = new float[count];

    public override IReadOnlyList<string> StateNames => [];

    protected internal override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
    {
        for (var i = 0; i < gradients.Length; i++)
        {
            Gradients[first + i] += gradients[i];
        }
    }
}
