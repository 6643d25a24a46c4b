using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>C12: what comes back from a last step, and is zero at all others, costs the others nothing.</summary>
public class LastAdjointTests
{
    public static TheoryData<string> Cells =>
        ["SimpleRnn", "ReluRnn", "SigmoidRnn", "Lstm", "PeepholeLstm", "LayerNormLstm", "Gru", "GruResetAfter"];

    [Theory]
    [MemberData(nameof(Cells))]
    public void No_step_stores_a_number(string cell)
    {
        var stores = Regions(Train(cell))
            .SelectMany(region => region.Stages.OfType<FusedStage>())
            .SelectMany(stage =>
                stage.Epilogue.OfType<StoreStep>().Select(store => stage.Epilogue.First(s => s.Value == store.Value))
            );

        Assert.DoesNotContain(stores, step => step is ConstStep);
    }

    /// <summary>The state that the step kept, and its adjoint before the curve: there were five.</summary>
    [Theory]
    [InlineData("SimpleRnn")]
    [InlineData("ReluRnn")]
    [InlineData("SigmoidRnn")]
    public void A_step_of_a_simple_cell_loads_one_value_and_stores_one(string cell)
    {
        var loop = Assert.Single(Train(cell).Backward, region => region.Kind == RegionKind.Reverse);
        var stage = Assert.IsType<FusedStage>(Assert.Single(loop.Stages));

        Assert.Single(stage.Epilogue.OfType<LoadStep>(), load => load.Source.Time != TimeIndex.IfLast);
        Assert.Single(stage.Epilogue.OfType<LoadStep>(), load => load.Source.Time == TimeIndex.IfLast);
        Assert.Single(stage.Epilogue.OfType<StoreStep>());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void On_tensors_no_step_fills_anything(string cell)
    {
        var code = Run(cell, "namespace RnnDsl.Torch; class TensorMemory;")
            .GeneratedSources.Single(s => s.HintName.EndsWith("Training.Torch.Backward.g.cs", StringComparison.Ordinal))
            .SourceText.ToString();
        var loop = code.Split("for (var t = Steps - 1;").Last();

        Assert.DoesNotContain(".fill_(0)", loop, StringComparison.Ordinal);
        // Something of a GRU's state goes on as it is, so that its adjoint does too.
        Assert.Equal(
            cell.StartsWith("Gru", StringComparison.Ordinal),
            !loop.Contains(".AddIfLast(", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(".IfLast(", loop, StringComparison.Ordinal);
    }

    private static IEnumerable<Region> Regions(Program program) =>
        program.Forward.Concat(program.Backward).Where(region => region.Kind != RegionKind.Once);

    private static Program Train(string cell) =>
        Run(cell)
            .TrackedSteps["Scheduling"]
            .SelectMany(step => step.Outputs)
            .Select(output => (ScheduledDeclaration)output.Value)
            .Single(declaration => declaration.Train is not null)
            .Train!;

    private static Microsoft.CodeAnalysis.GeneratorRunResult Run(string cell, params string[] more) =>
        Compilations
            .Run(
                new RnnGenerator(),
                [
                    $$"""
                    public readonly struct X : IDim;

                    public readonly struct H : IDim;

                    [Layer]
                    public partial class Model
                    {
                        {{cell}}<X, H> cell;
                        Dense<H, X> head;

                        public Vec<X> Forward(Seq<X> xs) => head.Apply(cell.Scan(xs).Last);
                    }

                    [Training]
                    public partial class Training
                    {
                        Model model;

                        Scalar Loss(Seq<X> xs, Vec<X> y) => MeanSquaredError(model.Forward(xs), y);
                    }
                    """,
                    .. more,
                ]
            )
            .GetRunResult()
            .Results[0];
}
