using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>How the epilogue of a stage runs on tensors.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Statements">In the order in which they run.</param>
/// <param name="Calls">The tensor calls of a run.</param>
/// <param name="Homes">By gate, the buffer that is the gate's column among the sums, because its value is computed there.</param>
internal sealed record EpiloguePlan(
    FusedStage Stage,
    IReadOnlyList<TensorStatement> Statements,
    int Calls,
    IReadOnlyDictionary<int, string> Homes
);
