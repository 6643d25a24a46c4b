using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using Verifier = RnnDsl.Generator.Ir.Analysis.Verifier;

namespace RnnDsl.Generator.Tests.Differentiation;

public class ReverseStructureTests
{
    public static TheoryData<string> Cells => new(TestCells.All.Select(cell => cell.Name));

    [Theory]
    [MemberData(nameof(Cells))]
    public void EveryGradientHasTheTypeOfItsParameter(string cell)
    {
        foreach (var loss in TestLosses.All)
        {
            var forward = TestModel.Loss(loss, TestCells.ByName(cell));
            var graph = PassRuns.Differentiate(forward);

            Verifier.Check(graph);
            Assert.Equal(
                forward.Parameters.Select(id => forward[id].Type),
                graph.Outputs.Skip(1).Select(id => graph[id].Type)
            );
        }
    }

    [Fact]
    public void TheBackwardLoopRunsFromTheLastStepToTheFirst()
    {
        var graph = PassRuns.Differentiate(TestModel.Loss("every step", TestCells.Lstm));

        Assert.Equal(
            [false, true],
            graph.Nodes.Where(node => node.Scan is not null).Select(node => node.Scan!.Reverse)
        );
    }

    [Fact]
    public void TheBackwardLoopReadsOnlyTheMatricesThatCarryAdjoints()
    {
        var backward = BackwardBody(TestModel.Loss("last", TestCells.SimpleRnn));

        Assert.Contains("Whh", backward.Inputs.Select(id => backward[id].Name));
        Assert.DoesNotContain("Wxh", backward.Inputs.Select(id => backward[id].Name));
    }

    [Fact]
    public void ALossThatIsNotOneScalarIsRefused()
    {
        var builder = new GraphBuilder("Loss");
        var x = builder.Input("x", TensorType.Vec(new NamedDim("X")));

        var e = Assert.Throws<ArgumentException>(() => PassRuns.Differentiate(builder.Build(x, x)));
        Assert.Contains(
            "'Loss' must have one output, a Scalar; it has (Vec[X], Vec[X])",
            e.Message,
            StringComparison.Ordinal
        );
    }

    private static Graph BackwardBody(Graph loss) =>
        PassRuns.Differentiate(loss).Nodes.Single(node => node.Scan is { Reverse: true }).Scan!.Body;
}
