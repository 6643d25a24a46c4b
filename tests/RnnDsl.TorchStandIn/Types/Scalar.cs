namespace TorchSharp;

/// <summary>A number as an operand of tensors.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(Array values) => Values = values;

    /// <summary>An array of this number alone.</summary>
    internal Array Values { get; }

    internal float Single =>
        Values switch
        {
            float[] x => x[0],
            long[] x => x[0],
            bool[] x => x[0] ? 1 : 0,
            _ => throw new NotSupportedException($"No scalar of {Values.GetType()} here."),
        };

    internal long Whole =>
        Values switch
        {
            long[] x => x[0],
            bool[] x => x[0] ? 1 : 0,
            _ => throw RnnDsl.TorchStandIn.Errors.Refused($"{Single} beside tensors of integers is not an integer."),
        };

    public static implicit operator Scalar(int value) => new((long[])[value]);

    public static implicit operator Scalar(long value) => new((long[])[value]);

    public static implicit operator Scalar(float value) => new((float[])[value]);

    public static implicit operator Scalar(double value) => new((float[])[(float)value]);

    public static implicit operator Scalar(bool value) => new((bool[])[value]);

    public void Dispose()
    {
        // It has no native memory.
    }
}
