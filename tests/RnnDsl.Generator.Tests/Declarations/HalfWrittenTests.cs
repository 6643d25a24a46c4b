using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Incomplete sources, as during editing: the generator must not fail on any of them, nor add errors.</summary>
public sealed class HalfWrittenTests
{
    private const string Source = """
        namespace N;

        [Cell]
        public partial class Rnn<X, H> where X : IDim where H : IDim
        {
            Mat<H, X> Wxh;
            [Init(Initializer.Uniform, 0.1)] Vec<H> b;
            [State] Vec<H> h, c;

            Vec<H> Step(Vec<X> x)
            {
                var (a, g) = Both(Wxh * x + b, 0.5f);
                (h, c) = (a * c - h, Max(g, h));
                return h;
            }

            static (Vec<H>, Vec<H>) Both(Vec<H> x, Scalar s) => (x * s, Sigmoid(-x));
        }

        [Layer]
        public partial class Model
        {
            Rnn<Value, Hidden> rnn;
            [Count(2)] Dense<Hidden, Hidden>[] between;
            Dense<Hidden, Value> head;
            public Seq<Value> Forward(Seq<Value> xs)
            {
                var hs = rnn.Scan(xs);
                foreach (var layer in between) hs += layer.Apply(hs);
                return hs.Map(h => head.Apply(h) + Sum(h));
            }
            public Scalar Penalty() => L2(between[^1]);
        }

        [Training(Optimizer = typeof(Adam), BatchSize = 32)]
        public partial class ModelTraining
        {
            Model model;
            Scalar Loss(Seq<Value> xs, Seq<Value> ys) => MeanSquaredError(model.Forward(xs), ys);
        }
        """;

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_source_that_lacks_a_token() =>
        AssertSurvives(
            Tokens().Where((_, i) => i % 2 == 0).Select(token => Source.Remove(token.SpanStart, token.Span.Length))
        );

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_source_that_ends_early() =>
        AssertSurvives(Tokens().Where((_, i) => i % 6 == 0).Select(token => Source[..token.SpanStart]));

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_source_with_a_token_too_many() =>
        AssertSurvives(
            Tokens().Where((_, i) => i % 6 == 0).Select(token => Source.Insert(token.SpanStart, token.Text + " "))
        );

    private static IEnumerable<SyntaxToken> Tokens() =>
        Compilations.Parse(Source, "Test.cs").GetRoot().DescendantTokens();

    private static void AssertSurvives(IEnumerable<string> sources)
    {
        var failures = new List<string>();
        foreach (var source in sources)
        {
            var build = Build.Of(source, Lowering.Dims);
            try
            {
                build.AssertSound();
            }
            catch (Exception failure)
            {
                failures.Add($"{failure.Message}\n{build}\n{source}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n----\n", failures));
    }
}
