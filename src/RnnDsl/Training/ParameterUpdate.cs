using System.Numerics;
using System.Runtime.InteropServices;
using RnnDsl.Parameters;

namespace RnnDsl.Training;

/// <summary>
/// An optimizer step on the parameters of a store that is taken back when it leaves one of them infinite or NaN. Of tables it
/// looks at the rows that have a gradient, and at no others.
/// </summary>
internal sealed class ParameterUpdate(ParameterStore parameters)
{
    // What the runs cover, one after the other.
    private float[] before = [];

    /// <summary>Takes the step.</summary>
    /// <returns>Whether all parameters are finite; if not, they are what they were.</returns>
    public bool TryTake(Optimizer optimizer, ParameterGradients gradients)
    {
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

        parameters.Changed();
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

    private static bool AreFinite(ReadOnlySpan<float> values, ReadOnlySpan<ParameterRun> runs)
    {
        // 0 times a finite number is 0, times anything else NaN, and NaN stays in a sum.
        var sum = Vector<float>.Zero;
        foreach (var run in runs)
        {
            foreach (var vector in MemoryMarshal.Cast<float, Vector<float>>(values.Slice(run.First, run.Length)))
            {
                sum += vector * Vector<float>.Zero;
            }
        }

        return Vector.EqualsAll(sum, Vector<float>.Zero);
    }
}
