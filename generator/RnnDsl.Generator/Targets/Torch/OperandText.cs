using RnnDsl.Generator.Targets.Torch.Planning;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Tensors as products read them.</summary>
internal static class OperandText
{
    /// <summary>A buffer's tensor; one that is kept as Float32 is converted where products read another type.</summary>
    public static string Of(OperandPlan operands, string buffer, string tensor) =>
        operands.IsStored(buffer) ? tensor : $"batch.Operand({tensor})";
}
