using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Programs.Checks;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Goldens;

/// <summary>
/// What each stage makes of each library cell in a small forecaster, as text: a change of any pass shows here, cell by cell.
/// That the numbers are right, the tests of the passes say.
/// </summary>
public class CellGoldenTests
{
    [Theory]
    [InlineData("SimpleRnn")]
    [InlineData("SigmoidRnn")]
    [InlineData("ReluRnn")]
    [InlineData("Lstm")]
    [InlineData("PeepholeLstm")]
    [InlineData("Gru")]
    [InlineData("GruResetAfter")]
    public Task Linked_differentiated_and_scheduled(string cell)
    {
        var source = $$"""
            using RnnDsl; using RnnDsl.Cells; using RnnDsl.Layers; using RnnDsl.Training;
            using static RnnDsl.Losses;

            namespace Goldens;

            [Dim(1)] public readonly struct Value : IDim;
            [Dim(50)] public readonly struct Hidden : IDim;

            [Layer]
            public partial class Forecaster
            {
                {{cell}}<Value, Hidden> rnn;
                Dense<Hidden, Value> head;

                public Vec<Value> Forward(Seq<Value> window) => head.Apply(rnn.Scan(window).Last);
            }

            [Training(Optimizer = typeof(Adam), LearningRate = 1e-3f, BatchSize = 32, Epochs = 200)]
            public partial class ForecasterTraining
            {
                Forecaster model;

                Scalar Loss(Seq<Value> window, Vec<Value> next) => MeanSquaredError(model.Forward(window), next);
            }
            """;
        var run = Compilations.Run(new RnnGenerator(), source).GetRunResult().Results[0];
        Assert.Null(run.Exception);
        Assert.Empty(run.Diagnostics);
        T Stage<T>(string name, Func<T, bool> isTraining) =>
            run.TrackedSteps[name]
                .SelectMany(step => step.Outputs)
                .Select(output => (T)output.Value)
                .Single(isTraining);

        var linked = Stage<LinkedDeclaration>("Linking", stage => stage.Declaration.Name == "ForecasterTraining");
        var differentiated = Stage<DifferentiatedDeclaration>("Differentiation", stage => stage.Train is not null);
        var scheduled = Stage<ScheduledDeclaration>("Scheduling", stage => stage.Train is not null);
        RnnDsl.Generator.Ir.Analysis.Verifier.Check(linked.Forward!);
        RnnDsl.Generator.Ir.Analysis.Verifier.Check(differentiated.Train!);
        ProgramVerifier.Check(scheduled.Train!);
        return Verify(
            $"""
            == linked
            {GraphText.Print(linked.Forward!)}
            == differentiated
            {GraphText.Print(differentiated.Train!)}
            == scheduled
            {ProgramText.Print(scheduled.Train!)}
            """
        );
    }
}
