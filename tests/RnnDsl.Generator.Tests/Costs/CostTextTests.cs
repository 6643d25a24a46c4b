using RnnDsl.Generator.Costs;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Tests.Scheduling;

namespace RnnDsl.Generator.Tests.Costs;

public class CostTextTests
{
    [Fact]
    public void ALstmStepCountsItsEightProducts()
    {
        var costs = Costs(TestCells.Lstm);

        // Four gates, each of x and of h; backward the transposes with h alone; gradients of all eight matrices.
        var sizes = Sizes(h: 50, x: 3, y: 1);
        Assert.Equal(4 * ((50 * 3) + (50 * 50)), costs.ForwardStep.Products.At(sizes));
        Assert.Equal(4 * 50 * 50, costs.BackwardStep.Products.At(sizes));
        Assert.Equal(4 * ((50 * 3) + (50 * 50)), costs.GradientStep.Products.At(sizes));
    }

    [Fact]
    public void OneDenseLayerAfterTheLoopCountsOnce()
    {
        var costs = Costs(TestCells.SimpleRnn);

        Assert.Equal(50, costs.ForwardOnce.Products.At(Sizes(h: 50, x: 3, y: 1)));
        Assert.Equal("Y·H", costs.ForwardOnce.Products.ToString());
    }

    [Fact]
    public void TheLinesSayTheFormulaAndTheNumberForTheDefaultSizes()
    {
        var lines = CostText.Lines(Schedule(TestCells.SimpleRnn), Sizes(h: 50, x: 1, y: 1)).ToList();

        var forward = lines.Single(line => line.StartsWith("Forward, each step: ", StringComparison.Ordinal));
        Assert.StartsWith("Forward, each step: 2·(H·X + H·H) + ", forward, StringComparison.Ordinal);
        Assert.EndsWith("(H = 50, X = 1)", forward, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutDefaultSizesThereAreNoNumbers()
    {
        var lines = CostText.Lines(Schedule(TestCells.SimpleRnn), _ => null).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.DoesNotContain("=", line, StringComparison.Ordinal));
    }

    [Fact]
    public void APolynomialAddsTermsOfTheSameDimsAndPutsFixedSizesIntoTheFactor()
    {
        var (h, x) = (new NamedDim("H"), new NamedDim("X"));
        var sum = DimPolynomial.Of(4, h, x) + DimPolynomial.Of(1, x, h) + DimPolynomial.Of(2, h, new FixedDim(3));

        Assert.Equal("5·H·X + 6·H", sum.ToString());
        Assert.Equal("2·(5·H·X + 6·H)", sum.Times(2));
        Assert.Equal(5 * 7 * 2 + 6 * 7, sum.At(name => name == "H" ? 7 : 2));
        Assert.Null(sum.At(name => name == "H" ? 7 : null));
    }

    private static ProgramCosts Costs(TestCell cell) => new(Schedule(cell));

    private static Program Schedule(TestCell cell) =>
        PassRuns.PlanTraining(PassRuns.Differentiate(TestModel.Loss("last", cell)), Scheduled.Options);

    private static Func<string, int?> Sizes(int h, int x, int y) =>
        name =>
            name switch
            {
                "H" => h,
                "X" => x,
                _ => y,
            };
}
