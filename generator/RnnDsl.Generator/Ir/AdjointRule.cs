namespace RnnDsl.Generator.Ir;

/// <summary>
/// Adds to <paramref name="builder"/> the adjoint of each input (null where there is none), given the op's node in the same
/// builder (inputs and result are builder positions) and the adjoint of its result.
/// </summary>
public delegate IReadOnlyList<int?> AdjointRule(
    GraphBuilder builder,
    IReadOnlyList<int> inputs,
    int result,
    int adjoint
);
