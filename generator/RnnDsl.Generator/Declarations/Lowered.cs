using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations;

/// <summary>A lowered class: the model for the stages behind, and what is to be reported.</summary>
public sealed record Lowered(Declaration Declaration, ClassReport Report);
