using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>Numbers the noises of a program, in the order in which the equations run: the reference execution counts them the same way.</summary>
internal sealed class NoiseSites
{
    private int count;

    public int Next() => count++;

    /// <summary>The numbers of the steps, for noise that differs from step to step: an input that no caller passes.</summary>
    public static TensorType Time { get; } = TensorType.Tokens(new FixedDim(1));

    public static bool IsTime(TensorType type) => type.IsToken && type.Dims[0] is FixedDim;
}
