using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>The element types that there are here: Float32, BFloat16, Int64 and Bool.</summary>
internal static class ElementTypes
{
    public static ScalarType Of(Array values) =>
        values switch
        {
            float[] => ScalarType.Float32,
            BFloat16[] => ScalarType.BFloat16,
            long[] => ScalarType.Int64,
            bool[] => ScalarType.Bool,
            _ => throw new NotSupportedException($"No tensors of {values.GetType()} here."),
        };

    public static Array NewArray(ScalarType type, long count) =>
        type switch
        {
            ScalarType.Float32 => new float[count],
            ScalarType.BFloat16 => new BFloat16[count],
            ScalarType.Int64 => new long[count],
            ScalarType.Bool => new bool[count],
            _ => throw new NotSupportedException($"No tensors of {type} here: Float32, BFloat16, Int64 and Bool."),
        };

    public static bool IsFloat(ScalarType type) => type is ScalarType.Float32 or ScalarType.BFloat16;

    /// <summary>The result type of an operation on several types: the more general one. Among floats, operands with dims decide.</summary>
    public static ScalarType Promoted(params ReadOnlySpan<(ScalarType Type, bool HasDims)> operands)
    {
        var best = ScalarType.Bool;
        var decides = false;
        foreach (var (type, hasDims) in operands)
        {
            var isMore = Rank(type) > Rank(best);
            if (IsFloat(type) && IsFloat(best) ? (hasDims && !decides) || (hasDims == decides && isMore) : isMore)
                (best, decides) = (type, hasDims);
        }
        return best;
    }

    private static int Rank(ScalarType type) =>
        type switch
        {
            ScalarType.Float32 => 3,
            ScalarType.BFloat16 => 2,
            ScalarType.Int64 => 1,
            _ => 0,
        };
}
