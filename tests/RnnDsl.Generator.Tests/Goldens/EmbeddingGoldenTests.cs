using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Scheduling;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Goldens;

/// <summary>What each stage makes of a model on tokens: an embedding, and a table that also multiplies.</summary>
public class EmbeddingGoldenTests
{
    [Fact]
    public Task Embedding() =>
        Stages(
            """
            Embedding<Word, Feature> words;
            SimpleRnn<Feature, Hidden> rnn;
            Dense<Hidden, Label> head;

            public Vec<Label> Forward(Tokens<Word> review) => head.Apply(rnn.Scan(words.Apply(review)).Last);
            """,
            "Scalar Loss(Tokens<Word> review, Token<Label> label) => CrossEntropy(model.Forward(review), label);"
        );

    [Fact]
    public Task TiedWeights() =>
        Stages(
            """
            Mat<Word, Feature> table;
            SimpleRnn<Feature, Feature> rnn;

            public Seq<Word> Forward(Tokens<Word> text) => table * rnn.Scan(table[text]);
            """,
            "Scalar Loss(Tokens<Word> text, Tokens<Word> next) => CrossEntropy(model.Forward(text), next);"
        );

    private static Task Stages(string members, string loss)
    {
        var run = Compilations
            .Run(
                new RnnGenerator(),
                $$"""
                using RnnDsl; using RnnDsl.Cells; using RnnDsl.Layers; using RnnDsl.Training;
                using static RnnDsl.Losses;

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
        RnnDsl.Generator.Ir.Verifier.Check(differentiated.Train!);
        ProgramVerifier.Check(training.Train!);
        ProgramVerifier.Check(model.Stream!);
        return Verify(
            $"""
            == differentiated
            {GraphText.Print(differentiated.Train!)}
            == scheduled
            {ProgramText.Print(training.Train!)}
            == a step of a stream
            {ProgramText.Print(model.Stream!)}
            """
        );
    }
}
