using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>The random factors of units of a row, one where a program runs without noise.</summary>
/// <param name="Op">The op that they are for.</param>
/// <param name="Mask">Which ones.</param>
/// <param name="Time">The number of the step; null where they are the same at every step.</param>
public sealed record MaskStep(string Value, Op Op, Mask Mask, BufferRef? Time) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
