namespace RnnDsl.Generator.Ir;

/// <summary>
/// What an op is on each target, a property for each kind of text: a new target adds its own, and reads no other's. Only ops that a
/// target prints as expressions have texts; products, sums over time and loops are stages, which a target prints itself.
/// </summary>
public sealed partial record Op
{
    /// <summary>
    /// Elementwise ops: C# over vectors of floats, <c>{0}</c> and <c>{1}</c> for the operands: <c>{0} * {1}</c>,
    /// <c>VectorMath.Tanh({0})</c>. Reductions: the method of the runtime that reduces a row.
    /// </summary>
    public string? Simd { get; init; }

    /// <summary>
    /// Elementwise ops: C# over floats, where a number is the same for all rows and units: <c>MathF.Tanh({0})</c>. Its binding
    /// strength is that of <see cref="Simd"/>.
    /// </summary>
    public string? Scalar { get; init; }

    /// <summary>Ops that are fused into epilogues, and reductions: the calls on a tensor.</summary>
    public TensorText? Tensor { get; init; }

    /// <summary>Binding strength of the text in <see cref="Simd"/>: 3 call or atom, 2 product, 1 sum, 0 anything else.</summary>
    public int Precedence { get; init; } = 3;
}
