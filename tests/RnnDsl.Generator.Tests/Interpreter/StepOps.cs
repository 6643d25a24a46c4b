using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Interpreter;

/// <summary>Ops on the values of one step.</summary>
internal static class StepOps
{
    public static double[] Compute(Node node, IReadOnlyList<double[]> inputs, Func<Dim, int> size) =>
        node.Op.Name switch
        {
            "matvec" => MatVec(inputs[0], inputs[1]),
            "matTvec" => MatTVec(inputs[0], inputs[1]),
            "outer" => inputs[0].SelectMany(d => inputs[1].Select(x => d * x)).ToArray(),
            "transpose" => Elements(node, size, (row, column) => inputs[0][(column * size(node.Type.Dims[0])) + row]),
            "matmat" => Elements(
                node,
                size,
                (row, column) =>
                    Enumerable
                        .Range(0, inputs[0].Length / size(node.Type.Dims[0]))
                        .Sum(k =>
                            inputs[0][(row * inputs[0].Length / size(node.Type.Dims[0])) + k]
                            * inputs[1][(k * size(node.Type.Dims[1])) + column]
                        )
            ),
            "scaleRows" => inputs[1].Select((w, i) => inputs[0][i / size(node.Type.Dims[1])] * w).ToArray(),
            "rowSums" => inputs[0].Chunk(inputs[0].Length / size(node.Type.Dims[0])).Select(row => row.Sum()).ToArray(),
            "total" => [inputs[0].Sum()],
            "eachColumn" => Matrix(node.Dim, size, (row, _) => inputs[0][row]),
            "eachRow" => Matrix(node.Dim, size, (_, column) => inputs[0][column]),
            "sumColumns" => inputs[0]
                .Chunk(inputs[0].Length / Math.Max(size(node.Type.Dims[0]), 1))
                .Select(row => row.Sum())
                .ToArray(),
            "sumRows" => Enumerable
                .Range(0, size(node.Type.Dims[0]))
                .Select(column => inputs[0].Where((_, i) => i % size(node.Type.Dims[0]) == column).Sum())
                .ToArray(),
            "elements" or "gradient" => inputs[0],
            "lookup" => inputs[0].Chunk(size(node.Type.Dims[0])).ElementAt((int)inputs[1][0]),
            "scatter" => Enumerable
                .Range(0, size(node.Type.Dims[0]))
                .SelectMany(row => inputs[1].Select(d => row == (int)inputs[0][0] ? d : 0))
                .ToArray(),
            "oneHot" => Enumerable
                .Range(0, size(node.Type.Dims[0]))
                .Select(place => place == (int)inputs[0][0] ? 1.0 : 0)
                .ToArray(),
            "dropout" or "keep" or "normal" => inputs[0]
                .Select((x, unit) => x * Factor(node, inputs[1][0], unit))
                .ToArray(),
            "concat" => [.. inputs[0], .. inputs[1]],
            "first" => inputs[0][..size(node.Type.Dims[0])],
            "second" => inputs[0][^size(node.Type.Dims[0])..],
            "sumOfSquares" => [inputs.Sum(matrix => matrix.Sum(w => w * w))],
            "scale" => inputs[1].Select(w => inputs[0][0] * w).ToArray(),
            "sum" => [inputs[0].Sum()],
            "max" => [inputs[0].Max()],
            "at" => [inputs[0][(int)inputs[1][0]]],
            "fill" => Enumerable.Repeat(inputs[0][0], size(node.Dim!)).ToArray(),
            _ when node.Op.Element is { } element => Elementwise(element, inputs),
            _ => throw new NotSupportedException($"the interpreter has no rule for {node.Op}"),
        };

    /// <summary>A factor that belongs to the noise, the step and the unit, as a random one does.</summary>
    public static double Factor(Mask? mask, double time, int unit) =>
        (int)(((mask?.Site ?? 0) * 31) + (time * 17) + (unit * 7)) % 5 < 2 ? 0 : 1 / (1 - (mask?.Rate ?? 0.5));

    private static double Factor(Node node, double time, int unit) => Factor(node.Mask, time, unit);

    private static double[] Elements(Node node, Func<Dim, int> size, Func<int, int, double> number)
    {
        var (rows, columns) = (size(node.Type.Dims[0]), size(node.Type.Dims[1]));
        return Enumerable.Range(0, rows * columns).Select(i => number(i / columns, i % columns)).ToArray();
    }

    private static double[] Matrix(Dim? dim, Func<Dim, int> size, Func<int, int, double> number)
    {
        var (rows, columns) = (size(((MatDim)dim!).Rows), size(((MatDim)dim).Columns));
        return Enumerable.Range(0, rows * columns).Select(i => number(i / columns, i % columns)).ToArray();
    }

    private static double[] MatVec(double[] matrix, double[] vector) =>
        matrix.Chunk(vector.Length).Select(row => row.Zip(vector, (w, x) => w * x).Sum()).ToArray();

    private static double[] MatTVec(double[] matrix, double[] vector)
    {
        var columns = matrix.Length / vector.Length;
        return Enumerable
            .Range(0, columns)
            .Select(column => vector.Select((d, row) => matrix[(row * columns) + column] * d).Sum())
            .ToArray();
    }

    private static double[] Elementwise(ElementRule element, IReadOnlyList<double[]> inputs)
    {
        var (a, b) = (inputs[0], inputs[inputs.Count - 1]);
        return Enumerable
            .Range(0, Math.Max(a.Length, b.Length))
            .Select(i => element(a[a.Length == 1 ? 0 : i], b[b.Length == 1 ? 0 : i]))
            .ToArray();
    }
}
