namespace RnnDsl.Generator.Ir;

/// <summary>
/// One row of the op table (<see cref="Ops"/>): everything that any stage needs to know of an op.
/// </summary>
/// <param name="Name">As printed in the IR.</param>
/// <param name="Arity">Number of operands; -1 where it varies.</param>
/// <param name="Kind">How it moves data.</param>
/// <param name="Shape">The shape rule.</param>
public sealed partial record Op(string Name, int Arity, OpKind Kind, ShapeRule Shape)
{
    /// <summary>The adjoint rule; null for an op that is never differentiated.</summary>
    public AdjointRule? Adjoint { get; init; }

    /// <summary>Elementwise ops: the reference, in double precision (b is unused by unary ops).</summary>
    public ElementRule? Element { get; init; }

    /// <summary>How the equation is written in comments: <c>{0} * {1}</c>, <c>Tanh({0})</c>.</summary>
    public string? Equation { get; init; }

    /// <summary>The same of two matrices that are parameters, where it differs: <c>Hadamard({0}, {1})</c>.</summary>
    public string? MatrixEquation { get; init; }

    /// <summary>Floating-point operations an element, for the costs in the header.</summary>
    public int Flops { get; init; } = 1;

    /// <summary>Whether each unit of the result depends on one unit of each operand, so that the op can be fused into an epilogue.</summary>
    public bool IsPerUnit => Kind is OpKind.Elementwise or OpKind.Repeat or OpKind.Token or OpKind.Noise;

    public bool Equals(Op? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}
