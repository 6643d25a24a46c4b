using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations;

/// <summary>A lowered class: the model for later stages, and the report.</summary>
public sealed record Lowered(Declaration Declaration, ClassReport Report);
