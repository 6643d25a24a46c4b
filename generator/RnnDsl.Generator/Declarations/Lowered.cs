using RnnDsl.Generator.Declarations.Model;

namespace RnnDsl.Generator.Declarations;

/// <summary>A lowered class: the model for the stages behind, and what was found for the analyzer.</summary>
public sealed record Lowered(Declaration Declaration, Findings Findings);
