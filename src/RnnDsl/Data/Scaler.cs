namespace RnnDsl.Data;

/// <summary>
/// Standardizes numbers: <c>(x - Mean) / Deviation</c>, so that what it was fitted on has mean 0 and deviation 1. Fit it on
/// the training part only; the test part must not leak into it. <see cref="ToText"/> saves it with a model.
/// </summary>
public sealed class Scaler
{
    /// <summary>A scaler with known numbers.</summary>
    /// <param name="mean">What becomes 0; finite.</param>
    /// <param name="deviation">The distance from it that becomes 1; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Scaler(double mean, double deviation)
    {
        if (!double.IsFinite(mean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), "Expected a finite mean.");
        }

        if (!(deviation > 0 && double.IsFinite(deviation)))
        {
            throw new ArgumentOutOfRangeException(nameof(deviation), "Expected a finite deviation above 0.");
        }

        (Mean, Deviation) = (mean, deviation);
    }

    /// <summary>The mean of the values that the scaler was fitted on.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation (of the population: divided by n); 1 where all of them are equal.</summary>
    public double Deviation { get; }

    /// <summary>Measures mean and deviation.</summary>
    /// <param name="values">The training part of a series.</param>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public static Scaler Fit(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("Expected at least one value to fit a scaler on, got none.", nameof(values));
        }

        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Expected finite values, got {values[i]} at {i}."),
                    nameof(values)
                );
            }

            sum += values[i];
        }

        var mean = sum / values.Length;
        double squares = 0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = Math.Sqrt(squares / values.Length);
        // Equal values may leave a deviation of rounding errors, which would scale noise up to size 1.
        return new(mean, deviation > 1e-12 * Math.Abs(mean) ? deviation : 1);
    }

    /// <summary>The standardized value of <paramref name="value"/>.</summary>
    public float Transform(float value) => (float)((value - Mean) / Deviation);

    /// <summary>The value whose standardized value is <paramref name="scaled"/>.</summary>
    public float Inverse(float scaled) => (float)(scaled * Deviation + Mean);

    /// <summary>The standardized values, in a new array.</summary>
    public float[] Transform(ReadOnlySpan<float> values)
    {
        var scaled = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            scaled[i] = Transform(values[i]);
        }

        return scaled;
    }

    /// <summary>The values whose standardized values are <paramref name="scaled"/>, in a new array.</summary>
    public float[] Inverse(ReadOnlySpan<float> scaled)
    {
        var values = new float[scaled.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            values[i] = Inverse(scaled[i]);
        }

        return values;
    }

    /// <summary>
    /// The scaler as text, to keep with a model (<see cref="Parameters.ParameterStore.Save(string, IReadOnlyDictionary{string, string})"/>).
    /// </summary>
    public string ToText() => ScalerText.Write([this]);

    /// <summary>Reads what <see cref="ToText"/> wrote: the same numbers, bit by bit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The source of the text, for messages.</param>
    /// <exception cref="DataFormatException">It is no scaler, or that of several columns; the message names the line.</exception>
    public static Scaler FromText(string text, string source = "scaler")
    {
        var scalers = ScalerText.Read(text, source);
        return scalers.Length == 1
            ? scalers[0]
            : throw new DataFormatException(source, 2, $"expected a scaler of one column, found {scalers.Length}.");
    }
}
