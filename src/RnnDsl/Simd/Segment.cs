namespace RnnDsl.Simd;

/// <summary>A part of a stage's sum over k: one operand times one packed matrix.</summary>
/// <param name="operand">A row for each example; the product reads its first <see cref="PackedMatrix.Depth"/> elements.</param>
/// <param name="weights">The matrices of all gates.</param>
public readonly struct Segment(Rows operand, PackedMatrix weights)
{
    /// <summary>A row for each example.</summary>
    public Rows Operand { get; } = operand;

    /// <summary>The matrices of all gates.</summary>
    public PackedMatrix Weights { get; } = weights;
}
