using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Simplification;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Tests.Interpreter;
using RnnDsl.Generator.Tests.Scheduling;

namespace RnnDsl.Generator.Tests.Ir;

/// <summary>The passes in the order in which the generator runs them: simplify, differentiate, simplify, schedule.</summary>
public class SimplifiedTrainingTests
{
    public static TheoryData<string, string> CellsAndLosses()
    {
        var data = new TheoryData<string, string>();
        foreach (var cell in TestCells.All)
        {
            foreach (var loss in TestLosses.All)
            {
                data.Add(cell.Name, loss);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(CellsAndLosses))]
    public void A_simplified_loss_has_the_same_gradients_and_schedules_to_them(string cell, string loss)
    {
        var model = TestModel.Loss(loss, TestCells.ByName(cell));
        var simple = Simplify.Apply(PassRuns.Differentiate(Simplify.Apply(model)));
        Verifier.Check(simple);
        var plain = PassRuns.Differentiate(model);
        foreach (var (expected, actual) in Run(plain).Zip(Run(simple)))
        {
            Assert.Equal(expected.Flatten().Length, actual.Flatten().Length);
            Assert.All(
                expected.Flatten().Zip(actual.Flatten()),
                pair => Assert.Equal(pair.First, pair.Second, 1e-10 * (1 + Math.Abs(pair.First)))
            );
        }

        Scheduled.Check(simple, Scheduled.Options, rows: 2, steps: 3);
        Scheduled.Check(simple, Scheduled.SmallInput, rows: 2, steps: 3);
    }

    private static IReadOnlyList<Value> Run(Graph graph) =>
        new GraphInterpreter(Scheduled.SizeOf, length: 4).Run(
            graph,
            name =>
            {
                var node = graph.Nodes.First(node => node.Name == name);
                var random = new Random(name.Sum(letter => letter));
                return Value.Create(node.Type, Scheduled.SizeOf, 4, (_, _) => (2 * random.NextDouble()) - 1);
            }
        );
}
