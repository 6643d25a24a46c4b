using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>Numbers the noises of a program, in the order in which the equations run: the reference execution counts them so too.</summary>
internal sealed class NoiseSites
{
    private int count;

    public int Next() => count++;

    /// <summary>The numbers of the steps, which noise that is drawn anew at each step belongs to: data that nobody passes.</summary>
    public static TensorType Time { get; } = TensorType.Tokens(new FixedDim(1));

    public static bool IsTime(TensorType type) => type.IsToken && type.Dims[0] is FixedDim;
}
