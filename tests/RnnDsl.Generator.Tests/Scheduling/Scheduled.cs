using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Programs.Checks;
using RnnDsl.Generator.Targets.Simd;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Compares a scheduled program with the graph that it was made of, on the same numbers.</summary>
internal static class Scheduled
{
    /// <summary>How programs of the CPU are planned.</summary>
    public static ScheduleOptions Options => new(new SimdTarget().Traits);

    /// <summary>Options under which inputs of dim X are known to be small: their products are not hoisted out of the step.</summary>
    public static ScheduleOptions SmallInput { get; } = Options with { Sizes = Options.Sizes.Add("X", 2) };

    /// <summary>Small sizes, all different, so that a wrong dim shows.</summary>
    public static int SizeOf(Dim dim) =>
        dim switch
        {
            FixedDim { Size: var size } => size,
            NamedDim { Name: "X" } => 2,
            NamedDim { Name: "H" } => 3,
            NamedDim { Name: "H2" } => 4,
            NamedDim { Name: "K" } => 5,
            NamedDim { Name: "Y" } => 6,
            MatDim matrix => SizeOf(matrix.Rows) * SizeOf(matrix.Columns),
            _ => throw new ArgumentOutOfRangeException(nameof(dim), dim, "A dim that the tests do not know."),
        };

    /// <summary>Schedules and verifies a graph, runs both, and compares all outputs and gradients.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="options">How to schedule it.</param>
    /// <param name="rows">Examples of a batch.</param>
    /// <param name="steps">Steps of each.</param>
    /// <param name="isTraining">Whether it is a differentiated loss; null where its seed says so.</param>
    public static Program Check(Graph graph, ScheduleOptions options, int rows, int steps, bool? isTraining = null)
    {
        var program =
            isTraining ?? graph.Nodes.Any(node => node.Op == Ops.Seed)
                ? PassRuns.PlanTraining(graph, options)
                : PassRuns.Plan(graph, options);
        ProgramVerifier.Check(program);
        var random = new Random(1);
        Value Leaf(int id) => Value.Random(graph[id].Type, SizeOf, steps, random);

        var parameters = graph.Parameters.ToDictionary(id => graph[id].Name!, Leaf, StringComparer.Ordinal);
        var interpreter = new ProgramInterpreter(
            program,
            SizeOf,
            parameters.ToDictionary(pair => pair.Key, pair => pair.Value.Flatten(), StringComparer.Ordinal),
            rows,
            steps
        );
        var expected = new List<IReadOnlyList<Value>>();
        for (var row = 0; row < rows; row++)
        {
            var inputs = program.Inputs.ToDictionary(
                input => input.Name,
                input => Leaf(graph.Inputs.Single(id => graph[id].Name == input.Name)),
                StringComparer.Ordinal
            );
            expected.Add(
                new GraphInterpreter(SizeOf, steps) { Seed = 1.0 / rows }.Run(
                    graph,
                    name => parameters.TryGetValue(name, out var parameter) ? parameter : inputs[name]
                )
            );
            foreach (var (name, value) in inputs)
            {
                interpreter.Load(name, row, value);
            }
        }

        interpreter.Forward();
        for (var i = 0; i < program.Outputs.Count; i++)
        {
            for (var row = 0; row < rows; row++)
            {
                Same(program.Outputs[i].Name, expected[row][i].Flatten(), interpreter.Output(i, row).Flatten());
            }
        }

        interpreter.Backward();
        for (var i = 0; i < program.Gradients.Count; i++)
        {
            var sum = expected
                .Select(values => values[program.Outputs.Count + i].Flatten())
                .Aggregate((a, b) => a.Zip(b, (x, y) => x + y).ToArray());
            Same(program.Gradients[i].Parameter, sum, interpreter.Gradient(program.Gradients[i]));
        }

        return program;
    }

    private static void Same(string name, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        var tolerance = 1e-12 * Math.Max(1, expected.Max(Math.Abs));
        for (var k = 0; k < expected.Length; k++)
        {
            Assert.True(
                Math.Abs(expected[k] - actual[k]) <= tolerance,
                $"{name}[{k}]: the graph gives {expected[k]}, the program {actual[k]}"
            );
        }
    }
}
