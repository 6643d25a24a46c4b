namespace RnnDsl.Generator.Ir;

/// <summary>A loop over time, its results, and calls; reverse mode and the linker treat them, not rules.</summary>
public static partial class Ops
{
    /// <summary>A loop over time (<see cref="Node.Scan"/>). It has no value itself: <c>result</c> picks one of its results.</summary>
    public static Op Scan { get; } = new("scan", -1, OpKind.Region, RegionShapes.Scan) { Flops = 0 };

    /// <summary>
    /// A loop over an array of layers (<see cref="Node.Each"/>), until the linker unrolls it. It has no value itself: <c>result</c>
    /// picks one of its results.
    /// </summary>
    public static Op Each { get; } = new("each", -1, OpKind.Region, LeafShapes.Given) { Flops = 0 };

    /// <summary>Result number <see cref="Node.Number"/> of a scan, or of a loop over layers.</summary>
    public static Op Result { get; } = new("result", 1, OpKind.Region, LeafShapes.Given) { Flops = 0 };

    /// <summary>
    /// The largest over time; the linker writes the loop that finds it. Of equal ones the first in the loop gets the derivative.
    /// </summary>
    public static Op MaxTime { get; } =
        new("maxTime", 1, OpKind.Region, TimeShapes.ToValue) { Method = "Max", Equation = "Max({0})" };

    /// <summary>A method of a child or a function (<see cref="Node.Callee"/>), until the linker puts its body there.</summary>
    public static Op Call { get; } = new("call", -1, OpKind.Region, LeafShapes.Given) { Flops = 0 };
}
