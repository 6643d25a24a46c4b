using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>Gradients of a loss graph by changing one number at a time: knows nothing of adjoints.</summary>
internal sealed class FiniteDifferences(Func<Dim, int> size, int length, int seed)
{
    /// <summary>Numbers for every leaf of a graph, by name, between -1 and 1.</summary>
    public Dictionary<string, Value> RandomLeaves(Graph graph)
    {
        var random = new Random(seed);
        return graph
            .Inputs.Concat(graph.Parameters)
            .Select(id => graph[id])
            .ToDictionary(
                node => node.Name!,
                node => Value.Random(node.Type, size, length, random),
                StringComparer.Ordinal
            );
    }

    /// <summary>The outputs of a graph; the adjoint of the loss is <paramref name="weight"/>.</summary>
    public IReadOnlyList<Value> Run(Graph graph, Dictionary<string, Value> leaves, double weight = 1) =>
        new GraphInterpreter(size, length) { Seed = weight }.Run(graph, name => leaves[name]);

    /// <summary>The derivative of the loss by each number of a leaf: central differences of fourth order.</summary>
    public double[] Gradient(Graph loss, Dictionary<string, Value> leaves, string leaf)
    {
        const double Step = 2e-3;
        var numbers = leaves[leaf].Steps;
        return Enumerable
            .Range(0, numbers.Count)
            .SelectMany(t => Enumerable.Range(0, numbers[t].Length).Select(i => Derivative(numbers[t], i)))
            .ToArray();

        double Derivative(double[] place, int i)
        {
            var original = place[i];
            double At(double offset)
            {
                place[i] = original + offset;
                return Run(loss, leaves)[0].Number;
            }

            var slope = ((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
            place[i] = original;
            return slope;
        }
    }

    /// <summary>Compares all parameter gradients of a loss, to 1e-6 of the largest element of each gradient.</summary>
    public static void Check(Graph loss, Graph differentiated, int length, int seed = 1)
    {
        var check = new FiniteDifferences(SizeOf, length, seed);
        var leaves = check.RandomLeaves(loss);
        var outputs = check.Run(differentiated, leaves);
        Assert.Equal(check.Run(loss, leaves)[0].Number, outputs[0].Number, 1e-12);

        var parameters = loss.Parameters.ToList();
        Assert.Equal(parameters.Count + 1, outputs.Count);
        for (var i = 0; i < parameters.Count; i++)
        {
            var name = loss[parameters[i]].Name!;
            var expected = check.Gradient(loss, leaves, name);
            var actual = outputs[i + 1].Flatten();
            var tolerance = 1e-6 * Math.Max(1e-3, expected.Max(Math.Abs));
            Assert.Equal(expected.Length, actual.Length);
            for (var k = 0; k < expected.Length; k++)
            {
                Assert.True(
                    Math.Abs(expected[k] - actual[k]) <= tolerance,
                    $"{name}[{k}]: finite differences give {expected[k]}, the graph {actual[k]}"
                );
            }
        }
    }

    /// <summary>Small sizes, all different, so that a wrong dim shows.</summary>
    public static int SizeOf(Dim dim) =>
        dim switch
        {
            FixedDim { Size: var size } => size,
            NamedDim { Name: "X" } => 2,
            NamedDim { Name: "H" } => 3,
            NamedDim { Name: "H2" } => 4,
            NamedDim { Name: "K" } => 5,
            NamedDim { Name: "Y" } => 2,
            MatDim matrix => SizeOf(matrix.Rows) * SizeOf(matrix.Columns),
            _ => throw new ArgumentOutOfRangeException(nameof(dim), dim, "A dim that the tests do not know."),
        };
}
