using System.Numerics;
using System.Runtime.InteropServices;
using RnnDsl.Parameters;

namespace RnnDsl.Training;

/// <summary>
/// An optimizer step on the host, which is reverted if it leaves a parameter infinite or NaN. Of tables it
/// processes only the rows that have a gradient.
/// </summary>
internal sealed class HostUpdate(ParameterStore parameters, ParameterGradients gradients) : ParameterUpdate
{
    // The concatenated values of the runs.
    private float[] before = [];

    internal override double Norm() => GradientNorm.Of(gradients.Values, gradients.Runs);

    internal override void Scale(float factor)
    {
        foreach (var run in gradients.Runs)
        {
            foreach (ref var vector in Vectors(gradients.Values.Slice(run.First, run.Length)))
            {
                vector *= factor;
            }
        }
    }

    internal override bool TryTake(Optimizer optimizer)
    {
        using var step = parameters.BeginTrainingStep();
        var values = parameters.Values;
        var runs = gradients.Runs;
        if (before.Length < gradients.Most)
        {
            before = GC.AllocateArray<float>(gradients.Most, pinned: true);
        }

        Keep(values, runs);
        optimizer.Update(values, gradients.Values, runs);
        if (!AreFinite(values, runs))
        {
            Restore(values, runs);
            optimizer.Resume(values.Length, optimizer.Steps - 1);
            return false;
        }

        return true;
    }

    private void Keep(ReadOnlySpan<float> values, ReadOnlySpan<ParameterRun> runs)
    {
        var at = 0;
        foreach (var run in runs)
        {
            values.Slice(run.First, run.Length).CopyTo(before.AsSpan(at));
            at += run.Length;
        }
    }

    private void Restore(Span<float> values, ReadOnlySpan<ParameterRun> runs)
    {
        var at = 0;
        foreach (var run in runs)
        {
            before.AsSpan(at, run.Length).CopyTo(values[run.First..]);
            at += run.Length;
        }
    }

    private static Span<Vector<float>> Vectors(Span<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);

    private static bool AreFinite(Span<float> values, ReadOnlySpan<ParameterRun> runs)
    {
        // 0 times a finite number is 0, times anything else NaN, and NaN stays in a sum.
        var sum = Vector<float>.Zero;
        foreach (var run in runs)
        {
            foreach (var vector in Vectors(values.Slice(run.First, run.Length)))
            {
                sum += vector * Vector<float>.Zero;
            }
        }

        return Vector.EqualsAll(sum, Vector<float>.Zero);
    }
}
