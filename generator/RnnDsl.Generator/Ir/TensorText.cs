namespace RnnDsl.Generator.Ir;

/// <summary>
/// An op as calls on the tensor of its first operand: <c>sub({1})</c> for <c>a.sub(b)</c>, <c>neg().add({0})</c> for two calls. Each
/// method has a form that writes into the tensor (<c>sub_</c>), unless <see cref="InPlace"/> says otherwise. A text that begins with
/// <see cref="Static"/> is a call of the runtime on both operands, which makes a tensor.
/// </summary>
/// <param name="Calls">The calls, with <c>{1}</c> for the second operand and <c>{units}</c> for the numbers of the units; empty for an
/// op whose result is its operand.</param>
public sealed record TensorText(string Calls)
{
    /// <summary>What the call of a static method begins with: the alias of the runtime's namespace.</summary>
    public const string Static = "Tensors::";

    /// <summary>The calls where the second operand is a number, if they differ: <c>clamp_min({1})</c>.</summary>
    public string? ByNumber { get; init; }

    /// <summary>The calls on the second operand where the first is a number, <c>{0}</c>; null for an op that commutes.</summary>
    public string? OfNumber { get; init; }

    /// <summary>Whether tensors have a form of <see cref="Calls"/> that writes into the first operand.</summary>
    public bool InPlace { get; init; } = true;

    /// <summary>The sign of a product that one call adds to the first operand in place of the second; 0 where there is no such call.</summary>
    public int Term { get; init; }

    /// <summary>Whether the result is of booleans, unless it is written into a tensor of floats.</summary>
    public bool IsComparison { get; init; }
}
