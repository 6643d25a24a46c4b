using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Generated;

/// <summary>
/// The generated C# as a user reads it: all of it for the sine forecaster, and the two passes of a training step for every
/// other cell of the library.
/// </summary>
public sealed class GeneratedCodeTests
{
    [Fact]
    public Task SineForecaster() =>
        Verify(
            Compilations.Run(
                new RnnGenerator(),
                """
                namespace Sine;

                [Dim(1)]
                public readonly struct Value : IDim;

                [Dim(50)]
                public readonly struct Hidden : IDim;

                [Layer]
                public partial class SineForecaster
                {
                    ReluRnn<Value, Hidden> rnn;
                    Dense<Hidden, Value> head;

                    public Vec<Value> Forward(Seq<Value> window) => head.Apply(rnn.Scan(window).Last);
                }

                [Training(Optimizer = typeof(Adam), LearningRate = 1e-3f, BatchSize = 32, Epochs = 200)]
                public partial class SineTraining
                {
                    SineForecaster model;

                    Scalar Loss(Seq<Value> window, Vec<Value> next) => MeanSquaredError(model.Forward(window), next);
                }
                """
            )
        );

    [Fact]
    public Task SentimentModel() =>
        Verify(
            Compilations.Run(
                new RnnGenerator(),
                """
                namespace Sentiment;

                public readonly struct Word : IDim;

                public readonly struct Feature : IDim;

                public readonly struct Hidden : IDim;

                [Dim(2)]
                public readonly struct Label : IDim;

                [Layer]
                public partial class SentimentModel
                {
                    Embedding<Word, Feature> words;
                    SimpleRnn<Feature, Hidden> rnn;
                    Dense<Hidden, Label> head;

                    public Vec<Label> Forward(Tokens<Word> review) => head.Apply(Mean(rnn.Scan(words.Apply(review))));
                }

                [Training(Optimizer = typeof(Adam))]
                public partial class SentimentTraining
                {
                    SentimentModel model;

                    Scalar Loss(Tokens<Word> review, Token<Label> label) => CrossEntropy(model.Forward(review), label);
                }
                """
            )
        );

    [Fact]
    public Task Stack() =>
        VerifyParts(
            """
            SimpleRnn<Feature, Hidden> first;

            [Count(2)]
            SimpleRnn<Hidden, Hidden>[] rest;

            public Seq<Hidden> Forward(Seq<Feature> xs)
            {
                var states = first.Scan(xs);
                foreach (var cell in rest)
                {
                    states = cell.Scan(Dropout(states, 0.5f));
                }

                return states;
            }
            """,
            hint =>
                hint.EndsWith("Tagger.g.cs", StringComparison.Ordinal)
                || hint.EndsWith("Training.Forward.g.cs", StringComparison.Ordinal)
        );

    /// <summary>A matrix that is computed of parameters: where it is computed, and how its gradient is passed on.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(".Torch")]
    public Task Derived(string backend) =>
        VerifyParts(
            """
            Dense<Feature, Hidden> dense;
            Mat<Hidden, Hidden> W;
            Mat<Hidden, Feature> U, V;

            public Seq<Hidden> Forward(Seq<Feature> xs)
            {
                var A = W - Transpose(W);
                return A * Tanh(dense.Apply(xs)) + U * Transpose(Exp(V)) * dense.Apply(xs);
            }
            """,
            hint =>
                hint.EndsWith($"Training{backend}.Memory.g.cs", StringComparison.Ordinal)
                || hint.EndsWith($"Training{backend}.Backward.g.cs", StringComparison.Ordinal)
                || (backend.Length > 0 && hint.EndsWith("Training.Torch.g.cs", StringComparison.Ordinal))
                || (backend.Length == 0 && hint.EndsWith("Weights.g.cs", StringComparison.Ordinal)),
            backend.Length > 0 ? "namespace RnnDsl.Torch; class TensorMemory;" : ""
        );

    [Fact]
    public Task Lstm() => VerifyPasses("Lstm");

    [Fact]
    public Task PeepholeLstm() => VerifyPasses("PeepholeLstm");

    [Fact]
    public Task Gru() => VerifyPasses("Gru");

    [Fact]
    public Task GruResetAfter() => VerifyPasses("GruResetAfter");

    [Fact]
    public Task SimpleRnn() => VerifyPasses("SimpleRnn");

    [Fact]
    public Task SigmoidRnn() => VerifyPasses("SigmoidRnn");

    [Theory]
    [InlineData("Lstm")]
    [InlineData("PeepholeLstm")]
    [InlineData("Gru")]
    [InlineData("GruResetAfter")]
    [InlineData("SimpleRnn")]
    public Task Torch(string cell) =>
        VerifyParts(Members(cell), hint => IsPass(hint, ".Torch"), "namespace RnnDsl.Torch; class TensorMemory;");

    private static Task VerifyPasses(string cell) => VerifyParts(Members(cell), hint => IsPass(hint, ""));

    private static string Members(string cell) =>
        $$"""
            {{cell}}<Feature, Hidden> cell;

            public Seq<Hidden> Forward(Seq<Feature> xs) => cell.Scan(xs);
            """;

    private static Task VerifyParts(string members, Func<string, bool> isPart, string reference = "")
    {
        var driver = Compilations.Run(
            new RnnGenerator(),
            $$"""
            namespace Tagging;

            public readonly struct Feature : IDim;

            public readonly struct Hidden : IDim;

            [Layer]
            public partial class Tagger
            {
                {{members}}
            }

            [Training(Optimizer = typeof(Adam))]
            public partial class TaggerTraining
            {
                Tagger model;

                Scalar Loss(Seq<Feature> xs, Seq<Hidden> targets) => MeanSquaredError(model.Forward(xs), targets);
            }
            """,
            reference
        );
        var passes = driver
            .GetRunResult()
            .Results.Single()
            .GeneratedSources.Where(source => source.HintName is { } name && isPart(name))
            .Select(source => source.SourceText.ToString());
        return Verify(string.Join("\n", passes));
    }

    private static bool IsPass(string hint, string backend) =>
        hint.EndsWith($"Training{backend}.Forward.g.cs", StringComparison.Ordinal)
        || hint.EndsWith($"Training{backend}.Backward.g.cs", StringComparison.Ordinal);
}
