namespace RnnDsl.Generator.Ir;

/// <summary>
/// What an op is in the language. Of an elementwise op the overloads of the reference execution are printed from this, one for each
/// type of operand (<c>generator/RnnDsl.Generator.Library</c>).
/// </summary>
public sealed partial record Op
{
    /// <summary>The method of <c>RnnDsl.Equations</c> that it lowers from, or null (operators, and ops that only adjoints use).</summary>
    public string? Method { get; init; }

    /// <summary>The C# operator that it lowers from (<c>+</c>, <c>-</c>), or null.</summary>
    public string? Operator { get; init; }

    /// <summary>The reference as C# over doubles, the same as <see cref="Element"/>: <c>Math.Tanh({0})</c>.</summary>
    public string? Reference { get; init; }

    /// <summary>What it is, for the documentation of its overloads: <c>The hyperbolic tangent</c>.</summary>
    public string? Summary { get; init; }

    /// <summary>
    /// Where it has no derivative, or the derivative has no limit, which one the row chooses, for the documentation: <c>Its derivative
    /// at 0 is 0</c>.
    /// </summary>
    public string? Choice { get; init; }

    /// <summary>Whether the result is the operand itself.</summary>
    public bool IsIdentity => Reference == "{0}";
}
