using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Targets;

/// <summary>An op that a target has no text for.</summary>
public sealed class MissingTextException(Op op, string target)
    : Exception(
        $"The target {target} has no text for the op '{op}'. Add it to the op's row, or to the target's folder."
    );
