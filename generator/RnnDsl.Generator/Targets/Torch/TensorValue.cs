namespace RnnDsl.Generator.Targets.Torch;

/// <summary>A value as C#.</summary>
/// <param name="Text">An expression: a number, a tensor, or calls that make one.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="IsOwn">Whether nobody else reads the tensor, so that a call may write into it.</param>
/// <param name="Precedence">Of a number: binding strength, 3 for an atom.</param>
/// <param name="Home">The gate in whose place among the stage's sums the tensor stands; null where it stands elsewhere.</param>
internal sealed record TensorValue(
    string Text,
    TensorShape Shape,
    bool IsOwn = false,
    int Precedence = 3,
    int? Home = null
);
