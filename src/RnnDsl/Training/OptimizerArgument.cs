namespace RnnDsl.Training;

/// <summary>The checks of the optimizers' arguments.</summary>
internal static class OptimizerArgument
{
    /// <summary>The value, if it is finite and above 0.</summary>
    public static float Positive(float value, string name) =>
        float.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"Expected {name} to be finite and above 0.");

    /// <summary>The value, if it is at least 0 and below 1, as a decay rate must be.</summary>
    public static float Decay(float value, string name) =>
        value >= 0 && value < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"Expected {name} to be at least 0 and below 1.");
}
