namespace RnnDsl.Generator.Programs;

/// <summary>One term of a parameter's gradient, summed over the rows of the batch and, where the buffers have steps, over time.</summary>
/// <param name="Adjoint">The adjoint, of the parameter's row dim.</param>
/// <param name="AdjointSlot">The slot that belongs to step 0.</param>
/// <param name="Operand">Matrices: the other factor of the outer product. Null for vectors: the adjoint itself is summed.</param>
/// <param name="OperandSlot">The slot of the operand that belongs to step 0 (0: a state before the step; 1: after it).</param>
/// <param name="OverTime">Whether the term has one part for every step.</param>
public sealed record GradientTerm(
    string Adjoint,
    TimeIndex AdjointSlot,
    string? Operand,
    TimeIndex OperandSlot,
    bool OverTime
)
{
    /// <summary>Whether the operand is a token: the adjoint is added to the row of the matrix that it picks.</summary>
    public bool IsByRow { get; init; }

    /// <summary>The matrix that the adjoint, a number, is a factor of, where no example has a part in it; null elsewhere.</summary>
    public string? Scaled { get; init; }
}
