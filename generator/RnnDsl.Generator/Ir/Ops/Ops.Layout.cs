namespace RnnDsl.Generator.Ir;

/// <summary>
/// Vectors side by side. Equations do not compute with them: before a program is planned they are taken apart, and what is left
/// stands only where data comes in or goes out (<see cref="Normalization.Parts"/>).
/// </summary>
public static partial class Ops
{
    /// <summary>The elements of one vector, then those of another.</summary>
    public static Op Concat { get; } =
        new("concat", 2, OpKind.Layout, LayoutShapes.Concat)
        {
            Method = "Concat",
            Equation = "Concat({0}, {1})",
            Flops = 0,
            Degree = Degrees.Same,
            Adjoint = Binary((_, _, _, d) => (d.First(), d.Second())),
        };

    /// <summary>The first of two vectors that stand side by side.</summary>
    public static Op First { get; } =
        new("first", 1, OpKind.Layout, LayoutShapes.First)
        {
            Equation = "First({0})",
            Flops = 0,
            Degree = Degrees.First,
            Adjoint = Unary((a, _, d) => d.Concat(Zero(a).Second())),
        };

    /// <summary>The second of two vectors that stand side by side.</summary>
    public static Op Second { get; } =
        new("second", 1, OpKind.Layout, LayoutShapes.Second)
        {
            Equation = "Second({0})",
            Flops = 0,
            Degree = Degrees.First,
            Adjoint = Unary((a, _, d) => Zero(a).First().Concat(d)),
        };

    private static Term Zero(Term like) => 0 * like;
}
