using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Interpreter;

/// <summary>Ops between sequences and values of the example.</summary>
internal static class TimeOps
{
    public static Value Compute(Op op, Value input, int length) =>
        op.Name switch
        {
            "last" => input.Step(length - 1),
            "sumTime" => Value.Once(Total(input.Steps)),
            "spread" => Value.Sequence(Enumerable.Repeat(input.At(0), length).ToArray()),
            "atLast" => Value.Sequence(
                Enumerable
                    .Range(0, length)
                    .Select(t => t == length - 1 ? input.At(0) : new double[input.At(0).Length])
                    .ToArray()
            ),
            "reverse" => Value.Sequence(Enumerable.Range(0, length).Select(t => input.At(length - 1 - t)).ToArray()),
            _ => throw new NotSupportedException($"the interpreter has no rule for {op}"),
        };

    public static double[] Total(IReadOnlyList<double[]> steps) =>
        steps.Aggregate((total, step) => total.Zip(step, (a, b) => a + b).ToArray());
}
