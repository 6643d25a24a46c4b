using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>The three element types that there are here: Float32, Int64 and Bool.</summary>
internal static class ElementTypes
{
    public static ScalarType Of(Array values) =>
        values switch
        {
            float[] => ScalarType.Float32,
            long[] => ScalarType.Int64,
            bool[] => ScalarType.Bool,
            _ => throw new NotSupportedException($"No tensors of {values.GetType()} here."),
        };

    public static Array NewArray(ScalarType type, long count) =>
        type switch
        {
            ScalarType.Float32 => new float[count],
            ScalarType.Int64 => new long[count],
            ScalarType.Bool => new bool[count],
            _ => throw new NotSupportedException($"No tensors of {type} here: Float32, Int64 and Bool."),
        };

    /// <summary>What an operation on two types gives: the more general one.</summary>
    public static ScalarType Promoted(ScalarType x, ScalarType y) =>
        x == ScalarType.Float32 || y == ScalarType.Float32 ? ScalarType.Float32
        : x == ScalarType.Int64 || y == ScalarType.Int64 ? ScalarType.Int64
        : ScalarType.Bool;
}
