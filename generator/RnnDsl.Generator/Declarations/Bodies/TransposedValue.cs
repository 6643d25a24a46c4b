namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>A matrix with rows and columns exchanged, which multiplies a vector; no node is transposed.</summary>
/// <param name="Matrix">The matrix.</param>
public sealed record TransposedValue(NodeValue Matrix) : Value;
