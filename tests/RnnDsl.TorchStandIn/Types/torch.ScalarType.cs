namespace TorchSharp;

public static partial class torch
{
    public static ScalarType float32 = ScalarType.Float32;

    public static ScalarType bfloat16 = ScalarType.BFloat16;

    public static ScalarType int64 = ScalarType.Int64;

    public static ScalarType @bool = ScalarType.Bool;

    /// <summary>Types of elements, with TorchSharp's numbers. Those that have no tensors here are missing.</summary>
    public enum ScalarType : sbyte
    {
        Int64 = 4,
        Float32 = 6,
        Bool = 11,
        BFloat16 = 15,
    }
}
