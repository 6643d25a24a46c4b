namespace RnnDsl.Generator.Ir;

/// <summary>The larger and the smaller of two, element by element.</summary>
public static partial class Ops
{
    /// <summary>The larger of two; where they are equal, the derivative is the first one's.</summary>
    public static Op Maximum { get; } =
        Function("maximum", "Max", Math.Max, (a, b, _, d) => Choose(d, a.GreaterEqual(b))) with
        {
            Summary = "The larger of two",
            Choice = "Of equal ones the first gets the derivative",
            Tensor = Extreme("maximum", "clamp_min"),
        };

    /// <summary>The smaller of two; where they are equal, the derivative is the first one's.</summary>
    public static Op Minimum { get; } =
        Function("minimum", "Min", Math.Min, (a, b, _, d) => Choose(d, b.GreaterEqual(a))) with
        {
            Summary = "The smaller of two",
            Choice = "Of equal ones the first gets the derivative",
            Tensor = Extreme("minimum", "clamp_max"),
        };

    private static Op Function(string name, string method, ElementRule element, BinaryAdjoint adjoint) =>
        new(name, 2, OpKind.Elementwise, ElementwiseShapes.Binary)
        {
            Method = method,
            Reference = $"Math.{method}({{0}}, {{1}})",
            Element = element,
            Simd = $"VectorMath.{method}({{0}}, {{1}})",
            Scalar = $"MathF.{method}({{0}}, {{1}})",
            Equation = $"{method}({{0}}, {{1}})",
            IsCheap = true,
            Degree = Degrees.Same,
            Adjoint = Binary(adjoint),
        };

    // A bound by a number has a call to itself; that of two tensors has no form in place.
    private static TensorText Extreme(string ofTensors, string byNumber) =>
        new($"{ofTensors}({{1}})")
        {
            ByNumber = $"{byNumber}({{1}})",
            OfNumber = $"{byNumber}({{0}})",
            InPlace = false,
        };

    private static (Term First, Term Second) Choose(Term adjoint, Term first) =>
        (adjoint * first, adjoint * (1 - first));
}
