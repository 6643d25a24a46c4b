namespace RnnDsl.Generator.Ir;

/// <summary>The operands of an op that is a term of a gradient.</summary>
/// <param name="Adjoint">The operand that is the adjoint of a product, or the factor of a matrix.</param>
/// <param name="Factor">The operand that the adjoint is multiplied with, or the token of its row; null where there is none.</param>
/// <param name="Scaled">The operand that is the matrix itself; null where there is none.</param>
/// <param name="IsByRow">Whether the factor is the token of the one row that the adjoint is added to.</param>
public sealed record TermRule(int Adjoint, int? Factor, int? Scaled = null, bool IsByRow = false);
