namespace RnnDsl.Generator.Ir;

/// <summary>
/// Ops between parameters whose results are matrices, or parts of their adjoints. With elementwise ops they make a derived matrix, which
/// is computed once a version of the parameters, for all examples.
/// </summary>
public static partial class Ops
{
    /// <summary>The matrix with rows and columns exchanged.</summary>
    public static Op Transpose { get; } =
        new("transpose", 1, OpKind.Derived, DerivedShapes.Transpose)
        {
            Equation = "Transpose({0})",
            Simd = "Transpose",
            Tensor = new("t()") { InPlace = false },
            Flops = 0,
            IsInvolution = true,
            Degree = Degrees.First,
            Adjoint = Unary((_, _, d) => d.Transpose()),
        };

    /// <summary>The product of two matrices.</summary>
    public static Op MatMat { get; } =
        new("matmat", 2, OpKind.Derived, DerivedShapes.MatMat)
        {
            Operator = "*",
            Equation = "{0} * {1}",
            Precedence = 2,
            Simd = "Multiply",
            Tensor = new("mm({1})") { InPlace = false },
            Flops = 2,
            Degree = Degrees.Product,
            Adjoint = Binary((a, b, _, d) => (d.TimesMatrix(b.Transpose()), a.Transpose().TimesMatrix(d))),
        };

    /// <summary>Each row of a matrix, times the element of a vector that goes with it.</summary>
    public static Op ScaleRows { get; } =
        new("scaleRows", 2, OpKind.Derived, DerivedShapes.ScaleRows)
        {
            Equation = "ScaleRows({0}, {1})",
            Simd = "ScaleRows",
            Tensor = new("unsqueeze(1).mul({1})") { InPlace = false },
            Degree = Degrees.Product,
            Adjoint = Binary((f, w, _, d) => ((d * w).Apply(RowSums!), f.TimesRows(d))),
        };

    /// <summary>The sum of each row of a matrix: an adjoint.</summary>
    public static Op RowSums { get; } =
        new("rowSums", 1, OpKind.Derived, DerivedShapes.RowSums)
        {
            Equation = "RowSums({0})",
            Simd = "RowSums",
            Tensor = new("sum(1)") { InPlace = false },
        };

    /// <summary>The sum of all elements of a matrix: the adjoint of a number that goes with each.</summary>
    public static Op Total { get; } =
        new("total", 1, OpKind.Derived, DerivedShapes.Total)
        {
            Equation = "Sum({0})",
            Simd = "Sum",
            Tensor = new("sum()") { InPlace = false },
        };
}
