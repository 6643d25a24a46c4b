using RnnDsl.Parameters;

namespace RnnDsl.Training;

/// <summary>Remembers the epoch with the lowest loss of one <c>Fit</c>, and its parameters if requested.</summary>
internal sealed class BestParameters
{
    /// <summary>The lowest loss so far; infinite before the first epoch.</summary>
    public double Loss { get; private set; } = double.PositiveInfinity;

    /// <summary>The epoch, from 1, that had it; 0 before the first.</summary>
    public int Epoch { get; private set; }

    /// <summary>The parameters after that epoch; null if not requested.</summary>
    public float[]? Values { get; private set; }

    /// <summary>Remembers an epoch if its loss is the lowest.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="parameters">The parameters after it; null to remember only the loss.</param>
    public void Offer(double loss, int epoch, ParameterStore? parameters)
    {
        if (loss >= Loss)
        {
            return;
        }

        (Loss, Epoch) = (loss, epoch);
        if (parameters is null)
        {
            Values = null;
            return;
        }

        Values ??= new float[parameters.Count];
        parameters.Values.CopyTo(Values);
    }

    /// <summary>Writes the remembered parameters back, if there are any.</summary>
    public void Restore(ParameterStore parameters)
    {
        if (Values is not null)
        {
            Write(Values, parameters);
        }
    }

    /// <summary>Resets, at the start of a <c>Fit</c>.</summary>
    public void Reset() => Resume(double.PositiveInfinity, epoch: 0, values: null);

    /// <summary>Restores the best of another run.</summary>
    public void Resume(double loss, int epoch, float[]? values) => (Loss, Epoch, Values) = (loss, epoch, values);

    /// <summary>Replaces all parameters.</summary>
    public static void Write(float[] values, ParameterStore parameters)
    {
        using var write = parameters.BeginWrite();
        values.CopyTo(parameters.Values);
    }
}
