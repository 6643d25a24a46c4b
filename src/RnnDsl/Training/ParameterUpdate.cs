using System.Numerics;
using System.Runtime.InteropServices;
using RnnDsl.Parameters;

namespace RnnDsl.Training;

/// <summary>
/// An optimizer step on the parameters of a store that is taken back when it leaves one of them infinite or NaN.
/// </summary>
internal sealed class ParameterUpdate(ParameterStore parameters)
{
    private readonly float[] before = GC.AllocateArray<float>(parameters.Count, pinned: true);

    /// <summary>Takes the step.</summary>
    /// <returns>Whether all parameters are finite; if not, they are what they were.</returns>
    public bool TryTake(Optimizer optimizer, ReadOnlySpan<float> gradients)
    {
        var values = parameters.Values;
        values.CopyTo(before);
        optimizer.Update(values, gradients);
        if (!IsFinite(values))
        {
            before.CopyTo(values);
            optimizer.Resume(values.Length, optimizer.Steps - 1);
            return false;
        }

        parameters.Changed();
        return true;
    }

    private static bool IsFinite(ReadOnlySpan<float> values)
    {
        // 0 times a finite number is 0, times anything else NaN, and NaN stays in a sum.
        var sum = Vector<float>.Zero;
        foreach (var vector in MemoryMarshal.Cast<float, Vector<float>>(values))
        {
            sum += vector * Vector<float>.Zero;
        }

        return Vector.EqualsAll(sum, Vector<float>.Zero);
    }
}
