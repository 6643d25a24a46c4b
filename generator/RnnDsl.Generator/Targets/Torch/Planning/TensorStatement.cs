using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>A statement of an epilogue.</summary>
internal abstract record TensorStatement
{
    /// <summary>A variable for a value.</summary>
    /// <param name="Equation">The user's equation, for a comment; null where it has none.</param>
    public sealed record Declare(string Value, string? Equation, TensorExpression Expression) : TensorStatement;

    /// <summary>Calls that write into a tensor which is the value's place.</summary>
    public sealed record Run(TensorExpression Expression) : TensorStatement;

    /// <summary>Writes a tensor to a slot.</summary>
    public sealed record Copy(BufferRef Target, TensorExpression Expression) : TensorStatement;

    /// <summary>Writes a number to all places of a slot.</summary>
    public sealed record Fill(BufferRef Target, string Number) : TensorStatement;
}
