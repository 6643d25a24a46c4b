using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Interpreter;

/// <summary>A value of one example in double precision: numbers for one step, or for each of them; a matrix is row-major.</summary>
public sealed class Value(bool overTime, IReadOnlyList<double[]> steps)
{
    public bool OverTime { get; } = overTime;

    public IReadOnlyList<double[]> Steps { get; } = steps;

    /// <summary>The only number of a scalar.</summary>
    public double Number =>
        !OverTime && Steps[0].Length == 1 ? Steps[0][0] : throw new InvalidOperationException("no scalar");

    public static Value Scalar(double number) =>
        new(
            overTime: false,
            [
                [number],
            ]
        );

    public static Value Once(params double[] numbers) => new(overTime: false, [numbers]);

    public static Value Sequence(params double[][] steps) => new(overTime: true, steps);

    /// <summary>Zeros of a type.</summary>
    public static Value Zero(TensorType type, Func<Dim, int> size, int length) =>
        Create(type, size, length, (_, _) => 0);

    /// <summary>A value of a type, from the step and the place in it.</summary>
    public static Value Create(TensorType type, Func<Dim, int> size, int length, Func<int, int, double> number)
    {
        var width = type.IsToken ? 1 : type.Dims.Aggregate(1, (product, dim) => product * size(dim));
        var steps = Enumerable
            .Range(0, type.OverTime ? length : 1)
            .Select(t => Enumerable.Range(0, width).Select(i => number(t, i)).ToArray())
            .ToList();
        return new Value(type.OverTime, steps);
    }

    /// <summary>A value of a type with numbers from -1 to 1, or any tokens.</summary>
    public static Value Random(TensorType type, Func<Dim, int> size, int length, Random random) =>
        Create(
            type,
            size,
            length,
            (_, _) => type.IsToken ? random.Next(size(type.Dims[0])) : (2 * random.NextDouble()) - 1
        );

    /// <summary>The numbers at step t; a value of the example is the same at every step.</summary>
    public double[] At(int t) => Steps[OverTime ? t : 0];

    public Value Step(int t) => new(overTime: false, [At(t)]);

    public double[] Flatten() => Steps.SelectMany(step => step).ToArray();
}
