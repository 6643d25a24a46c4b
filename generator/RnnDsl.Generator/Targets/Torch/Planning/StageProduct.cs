using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>One product of a stage: an operand, or several side by side, times packed matrices.</summary>
/// <param name="Segments">One, or those of joined operands in their order.</param>
/// <param name="Operand">The field of the operand.</param>
/// <param name="Pack">The field of the matrices.</param>
/// <param name="First">The first gate that takes something from it.</param>
/// <param name="End">The gate after the last.</param>
internal sealed record StageProduct(IReadOnlyList<Segment> Segments, string Operand, string Pack, int First, int End)
{
    /// <summary>How many gates take it.</summary>
    public int Count => End - First;

    public bool IsAhead => Segments[0].IsAhead;

    public TimeIndex Time => Segments[0].Operand.Time;
}
