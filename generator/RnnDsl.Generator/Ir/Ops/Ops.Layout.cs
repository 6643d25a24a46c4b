namespace RnnDsl.Generator.Ir;

/// <summary>
/// Concatenation of vectors. Before a program is planned, computations on concatenated vectors are split into their parts; what is
/// left is at the inputs and outputs of the program alone (<see cref="Normalization.Parts"/>).
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

    /// <summary>The first of two concatenated vectors.</summary>
    public static Op First { get; } =
        new("first", 1, OpKind.Layout, LayoutShapes.First)
        {
            Method = "First",
            Equation = "First({0})",
            Flops = 0,
            Degree = Degrees.First,
            Adjoint = Unary((a, _, d) => d.Concat(Zero(a).Second())),
        };

    /// <summary>The second of two concatenated vectors.</summary>
    public static Op Second { get; } =
        new("second", 1, OpKind.Layout, LayoutShapes.Second)
        {
            Method = "Second",
            Equation = "Second({0})",
            Flops = 0,
            Degree = Degrees.First,
            Adjoint = Unary((a, _, d) => Zero(a).First().Concat(d)),
        };

    private static Term Zero(Term like) => 0 * like;
}
