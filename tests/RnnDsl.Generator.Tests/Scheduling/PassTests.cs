using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Each pass from graph to graph leaves every output as it was, and the graph well-formed.</summary>
public class PassTests
{
    private static readonly int[] Lengths = [1, 2, 5];

    private static IEnumerable<Graph> Graphs =>
        [
            .. TestCells
                .All.Append(TestGraphs.SixGates)
                .Append(TestGraphs.Delay)
                .SelectMany(cell =>
                    new[] { "last", "every step" }.Select(loss => PassRuns.Differentiate(TestModel.Loss(loss, cell)))
                ),
            PassRuns.Differentiate(TestModel.Loss("cross-entropy at every step", TestCells.Lstm, TestCells.Gru)),
            PassRuns.Differentiate(TestGraphs.Context()),
            PassRuns.Differentiate(TestGraphs.CapturedProduct()),
            PassRuns.Differentiate(TestGraphs.NoLoop()),
            TestGraphs.Outputs("last of head", TestCells.Lstm),
        ];

    [Fact]
    public void TakingWorkOutOfTheLoopsChangesNoResult() => Check(graph => graph, Split);

    [Fact]
    public void MovingWorkOffTheTimeAxisChangesNoResult() => Check(Split, TimeAlgebra.Apply);

    [Fact]
    public void StartingFromTheAdjointOfTheLastStepChangesNoResult() => Check(Split, LastAdjoint.Apply);

    /// <summary>What is added is another sequence, or a state that something else reads too: neither can begin with the value.</summary>
    [Fact]
    public void AValueOfTheLastStepStaysWhereNoStateIsReadByItsSumAlone()
    {
        foreach (var graph in new[] { TestGraphs.SumOfLastValues(), TestGraphs.LastValueBesideAState() })
        {
            var after = LastAdjoint.Apply(graph);

            Verifier.Check(after);
            Assert.All(Lengths, length => Assert.Equal(Run(graph, length), Run(after, length)));
        }
    }

    [Fact]
    public void MovingAProductToTheNextStepChangesNoResult() =>
        Check(graph => LastAdjoint.Apply(Split(graph)), LoopRotation.Apply);

    [Fact]
    public void PuttingProductsFirstChangesNoResult() => Check(Split, ProductSums.Apply);

    [Fact]
    public void PuttingSequenceOpsIntoLoopsChangesNoResult() =>
        Check(graph => TimeAlgebra.Apply(Split(graph)), graph => TimeLoops.Apply(graph, first: 1));

    private static Graph Split(Graph graph) => Fission.Apply(graph, Scheduled.SmallInput, []);

    private static void Check(Func<Graph, Graph> prepare, Func<Graph, Graph> pass)
    {
        foreach (var graph in Graphs)
        {
            var before = prepare(graph);
            var after = pass(before);
            Verifier.Check(after);
            foreach (var length in Lengths)
            {
                var (expected, actual) = (Run(before, length), Run(after, length));
                Assert.Equal(expected.Length, actual.Length);
                for (var i = 0; i < expected.Length; i++)
                {
                    Assert.Equal(expected[i], actual[i], 1e-12 * Math.Max(1, Math.Abs(expected[i])));
                }
            }
        }
    }

    private static double[] Run(Graph graph, int length)
    {
        var random = new Random(3);
        var leaves = graph
            .Nodes.Where(node => node.Op == Ops.Input || node.Op == Ops.Parameter)
            .Select(node => Value.Create(node.Type, Scheduled.SizeOf, length, (_, _) => (2 * random.NextDouble()) - 1))
            .ToList();
        return new GraphInterpreter(Scheduled.SizeOf, length)
            .Run(graph, leaves)
            .SelectMany(value => value.Flatten())
            .ToArray();
    }
}
