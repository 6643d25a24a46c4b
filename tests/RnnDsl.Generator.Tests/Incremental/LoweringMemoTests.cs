using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Incremental;

/// <summary>
/// C13: an edit lowers the classes that it may change the meaning of, and no other; after any edit a generator that has seen the
/// compilation before says what one says that has seen nothing.
/// </summary>
public sealed class LoweringMemoTests
{
    private static readonly string[] files =
    [
        """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                [Init(Numbers.Start)] Mat<H, X> W;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x)
                {
                    h = Tanh(W * x + h);
                    return h;
                }
            }
            """,
        """
            [Layer]
            public partial class Model
            {
                Rnn<Value, Hidden> rnn;
                Scale scale;
                public Vec<Hidden> Forward(Seq<Value> xs) => rnn.Scan(scale.Apply(xs)).Last;
            }
            [Layer]
            public partial class Scale
            {
                Vec<Value> w;
                public Vec<Value> Apply(Vec<Value> x) => w * x;
            }
            """,
        """
            [Training(Optimizer = typeof(Mine))]
            public partial class ModelTraining
            {
                Model model;
                Scalar Loss(Seq<Value> xs, Vec<Hidden> y) => MeanSquaredError(model.Forward(xs), y);
            }
            """,
        """
            [Dim(1)] public readonly struct Value : IDim;
            public readonly struct Hidden : IDim;
            public static class Numbers { public const double Start = 0.5; }
            """,
        """
            public sealed class Mine() : Optimizer(0.1f)
            {
                public override IReadOnlyList<string> StateNames => [];
                protected override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
                {
                    values[0] = gradients[0] + 42;
                }
            }
            """,
        "public static class Program { public static int Answer() => 42; public static int Other { get { return 43; } } }",
    ];

    /// <summary>File, from, to, and how many of the four classes are lowered again.</summary>
    public static TheoryData<int, string, string, int> Edits =>
        new()
        {
            // Bodies of others, wherever they are.
            { 5, "=> 42", "=> 44", 0 },
            { 5, "return 43;", "var x = 1; return x;", 0 },
            { 4, "+ 42", "* 2", 0 },
            { 0, "Tanh(", "Sigmoid(", 1 },
            { 0, "h = Tanh(W * x + h);", "h = Tanh(", 1 },
            { 1, "w * x", "w + x", 2 },
            { 2, "MeanSquaredError", "Sum", 1 },
            { 2, "MeanSquaredError(", "2 * MeanSquaredError(", 1 },
            // Declarations of others.
            { 3, "0.5", "0.25", 4 },
            { 3, "[Dim(1)]", "[Dim(2)]", 4 },
            { 3, "public const double Start = 0.5", "public static double Start => 0.5", 4 },
            { 3, "struct Hidden : IDim", "struct Hidden", 4 },
            { 4, "public sealed class Mine", "public abstract class Mine", 4 },
            { 4, ": Optimizer(0.1f)", ": object", 4 },
            {
                5,
                "public static class Program {",
                "public partial class Scale { Vec<Value> b; } public static class Program {",
                4
            },
            { 5, "public static class Program {", "global using Rnn = Model; public static class Program {", 4 },
            {
                5,
                "public static class Program {",
                "[Layer] public partial class New { public Vec<Value> Apply(Vec<Value> x) => x; } public static class Program {",
                5
            },
            { 0, "Vec<H> Step", "Vec<X> Step", 4 },
            { 0, "class Rnn<", "class Other<", 4 },
            { 1, "Vec<Value> w;", "Mat<Value, Value> w;", 4 },
            { 1, "[Layer]\npublic partial class Scale", "public partial class Scale", 3 },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void After_an_edit_the_generator_says_what_a_fresh_one_says(int file, string from, string to, int lowered)
    {
        var compilation = Compilations.Of(files);
        var tree = compilation.SyntaxTrees[file];
        var text = files[file].ReplaceLineEndings("\n");
        Assert.Contains(from, text, StringComparison.Ordinal);
        var edited = compilation.ReplaceSyntaxTree(
            tree,
            Compilations.Parse(text.Replace(from, to, StringComparison.Ordinal), tree.FilePath)
        );
        var memo = new LoweringMemo();

        var seen = Compilations.Driver(new RnnGenerator(memo)).RunGenerators(compilation);
        var before = memo.Misses;
        var after = Said(seen.RunGenerators(edited));

        Assert.Equal(4, before);
        Assert.Equal(lowered, memo.Misses - before);
        Assert.Equal(Said(Compilations.Driver(new RnnGenerator()).RunGenerators(edited)), after);
    }

    [Fact]
    public void A_reference_or_an_option_lowers_all_classes_again()
    {
        var compilation = Compilations.Of(files);
        var memo = new LoweringMemo();
        var driver = Compilations.Driver(new RnnGenerator(memo)).RunGenerators(compilation);

        var other = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        driver = driver.RunGenerators(other);
        Assert.Equal(8, memo.Misses);

        var more = MetadataReference.CreateFromStream(
            new MemoryStream(Images.Emit(Compilations.Of("public class Referenced;")))
        );
        driver.RunGenerators(other.AddReferences(more));
        Assert.Equal(12, memo.Misses);
    }

    // In one line each, so that a difference is readable.
    private static string[] Said(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        return
        [
            .. result.Diagnostics.Select(diagnostic => diagnostic.ToString()),
            .. result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText),
        ];
    }
}
