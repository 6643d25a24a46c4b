namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>A value of an epilogue.</summary>
/// <param name="Expression">A number, a tensor, or calls that make one.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="IsOwn">Whether this is the tensor's only use from here on, so that a call may write into it.</param>
/// <param name="Precedence">Of a number: binding strength, 3 for an atom.</param>
/// <param name="Home">The gate in whose place among the stage's sums the tensor is; null where it is elsewhere.</param>
internal sealed record TensorValue(
    TensorExpression Expression,
    TensorShape Shape,
    bool IsOwn = false,
    int Precedence = 3,
    int? Home = null
);
