namespace RnnDsl.Generator.Ir;

/// <summary>Between a value at each step and one value of the example. Each one is the adjoint of another, or its own.</summary>
public static partial class Ops
{
    /// <summary>The value at the last step: <c>seq.Last</c>.</summary>
    public static Op Last { get; } =
        new("last", 1, OpKind.Time, TimeShapes.ToValue)
        {
            Equation = "{0}.Last",
            Flops = 0,
            Degree = Degrees.First,
            Adjoint = Unary((_, _, d) => d.AtLast()),
        };

    /// <summary>The sum over all steps.</summary>
    public static Op SumTime { get; } =
        new("sumTime", 1, OpKind.Time, TimeShapes.ToValue)
        {
            Method = "Sum",
            Equation = "Sum({0})",
            Degree = (a, _) => a + 1,
            Adjoint = Unary((_, _, d) => d.Spread()),
        };

    /// <summary>The same value at every step.</summary>
    public static Op Spread { get; } =
        new("spread", 1, OpKind.Time, TimeShapes.ToSequence)
        {
            Equation = "EachStep({0})",
            Flops = 0,
            Degree = Degrees.First,
            Adjoint = Unary((_, _, d) => d.SumTime()),
        };

    /// <summary>The value at the last step, zero before it.</summary>
    public static Op AtLast { get; } =
        new("atLast", 1, OpKind.Time, TimeShapes.ToSequence)
        {
            Equation = "AtLast({0})",
            Flops = 0,
            Adjoint = Unary((_, _, d) => d.Last()),
        };

    /// <summary>The same steps in the opposite order, from the example's last to its first.</summary>
    public static Op Reverse { get; } =
        new("reverse", 1, OpKind.Time, TimeShapes.Same)
        {
            Method = "Reverse",
            Equation = "Reverse({0})",
            Flops = 0,
            IsInvolution = true,
            Degree = Degrees.First,
            Adjoint = Unary((_, _, d) => d.Reverse()),
        };
}
