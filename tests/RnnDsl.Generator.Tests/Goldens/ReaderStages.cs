using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Programs.Checks;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Goldens;

/// <summary>What each stage makes of a model and its training, as text.</summary>
internal static class ReaderStages
{
    /// <param name="members">Of the class <c>Reader</c>, a layer.</param>
    /// <param name="loss">The loss of a training loop, whose model it is.</param>
    public static string Print(string members, string loss)
    {
        var run = Compilations
            .Run(
                new RnnGenerator(),
                $$"""
                using RnnDsl; using RnnDsl.Cells; using RnnDsl.Layers; using RnnDsl.Training;
                using static RnnDsl.Equations; using static RnnDsl.Functions; using static RnnDsl.Losses;

                namespace Goldens;

                public readonly struct Word : IDim;
                [Dim(32)] public readonly struct Feature : IDim;
                [Dim(50)] public readonly struct Hidden : IDim;
                [Dim(2)] public readonly struct Label : IDim;

                [Layer]
                public partial class Reader
                {
                    {{members}}
                }

                [Training]
                public partial class ReaderTraining
                {
                    Reader model;

                    {{loss}}
                }
                """
            )
            .GetRunResult()
            .Results[0];
        Assert.Null(run.Exception);
        Assert.Empty(run.Diagnostics);
        T Stage<T>(string name, Func<T, bool> isWanted) =>
            run.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => (T)output.Value).Single(isWanted);

        var differentiated = Stage<DifferentiatedDeclaration>("Differentiation", stage => stage.Train is not null);
        var training = Stage<ScheduledDeclaration>("Scheduling", stage => stage.Train is not null);
        var model = Stage<ScheduledDeclaration>("Scheduling", stage => stage.Predict is not null);
        RnnDsl.Generator.Ir.Analysis.Verifier.Check(differentiated.Train!);
        ProgramVerifier.Check(training.Train!);
        ProgramVerifier.Check(model.Stream!);
        return $"""
            == differentiated
            {GraphText.Print(differentiated.Train!)}
            == scheduled
            {ProgramText.Print(training.Train!)}
            == a step of a stream
            {ProgramText.Print(model.Stream!)}
            """;
    }
}
