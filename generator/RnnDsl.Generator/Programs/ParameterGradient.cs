using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>The gradient of one parameter, computed after the backward loops, tiled over its elements.</summary>
public sealed record ParameterGradient(string Parameter, EquatableArray<GradientTerm> Terms);
