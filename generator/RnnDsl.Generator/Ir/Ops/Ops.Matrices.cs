namespace RnnDsl.Generator.Ir;

/// <summary>
/// Matrices of an example: two ways to make one of a vector, and two ways back, each the adjoint of another. All that a user writes is
/// composed of them and of elementwise ops, so that one pass over the elements computes it:
/// <code>
/// Outer(v, k)        ->  EachColumn(v) * EachRow(k)
/// C * q              ->  SumColumns(C * EachRow(q))
/// Transpose(C) * k   ->  SumRows(C * EachColumn(k))
/// ScaleRows(f, C)    ->  EachColumn(f) * C
/// </code>
/// </summary>
public static partial class Ops
{
    /// <summary>The matrix of <see cref="Node.Dim"/> whose columns all are the operand.</summary>
    public static Op EachColumn { get; } =
        Repeat("eachColumn", "EachColumn", MatrixShapes.EachColumn, RepeatKind.Column, () => SumColumns!);

    /// <summary>The matrix of <see cref="Node.Dim"/> whose rows all are the operand.</summary>
    public static Op EachRow { get; } =
        Repeat("eachRow", "EachRow", MatrixShapes.EachRow, RepeatKind.Row, () => SumRows!);

    /// <summary>The sum of the columns: an element for each row.</summary>
    public static Op SumColumns { get; } =
        SumOf("sumColumns", "SumColumns", MatrixShapes.SumColumns, RepeatKind.Column, () => EachColumn);

    /// <summary>The sum of the rows: an element for each column.</summary>
    public static Op SumRows { get; } =
        SumOf("sumRows", "SumRows", MatrixShapes.SumRows, RepeatKind.Row, () => EachRow);

    /// <summary>A matrix that is a parameter, as the same matrix of each example.</summary>
    public static Op Elements { get; } =
        new("elements", 1, OpKind.Repeat, MatrixShapes.Elements)
        {
            Equation = "{0}",
            Repeats = RepeatKind.Elements,
            Flops = 0,
            IsCheap = true,
            Linear = Linearity.First,
            Degree = Degrees.First,
            Adjoint = Unary((_, _, d) => d.Apply(Gradient!)),
        };

    /// <summary>A matrix of the example as a term of the gradient of a parameter.</summary>
    public static Op Gradient { get; } =
        new("gradient", 1, OpKind.Parameter, MatrixShapes.Gradient)
        {
            Equation = "{0}",
            Flops = 1,
            Linear = Linearity.First,
            Parts = PartRule.Never,
            Term = new(Adjoint: 0, Factor: null),
        };

    private static Op Repeat(string name, string text, ShapeRule shape, RepeatKind kind, Func<Op> sum) =>
        new(name, 1, OpKind.Repeat, shape)
        {
            Equation = text + "({0})",
            Repeats = kind,
            Flops = 0,
            IsCheap = true,
            Linear = Linearity.First,
            Parts = PartRule.Blocks,
            Degree = Degrees.First,
            Adjoint = Unary((_, _, d) => d.Apply(sum())),
        };

    private static Op SumOf(string name, string text, ShapeRule shape, RepeatKind kind, Func<Op> repeat) =>
        new(name, 1, OpKind.Reduction, shape)
        {
            Equation = text + "({0})",
            Repeats = kind,
            Linear = Linearity.First,
            Parts = PartRule.Blocks,
            Degree = Degrees.First,
            Adjoint = Unary((a, _, d) => d.Each(repeat(), a.Type.OfExample!)),
        };
}
