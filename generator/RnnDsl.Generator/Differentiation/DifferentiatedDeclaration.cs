using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;

namespace RnnDsl.Generator.Differentiation;

/// <summary>A linked declaration with its derivatives.</summary>
/// <param name="Train">A training's loss and gradients; null for others.</param>
public sealed record DifferentiatedDeclaration(LinkedDeclaration Linked, Graph? Train);
