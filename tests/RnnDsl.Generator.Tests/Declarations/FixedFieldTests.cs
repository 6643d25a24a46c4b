using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Tests.Assemblies;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>[Frozen], [Constant], and the methods and ranges of [Init].</summary>
public sealed class FixedFieldTests
{
    private const string Head = "[Cell] public partial class C<X, H> where X : IDim where H : IDim { ";
    private const string Step = " [State] Vec<H> h; Vec<H> Step(Vec<X> x) { h = Tanh(W * x + h); return h; } ";

    private const string Memory = """
        namespace A;
        [Dim(2)] public readonly struct Value : IDim;
        [Cell] public partial class Memory<X, N> where X : IDim where N : IDim
        {
            [Constant, Init(nameof(Shift))] Mat<N, N> A;
            [Frozen, Init(Initializer.Uniform, -0.5, 0.25)] Mat<N, X> B;
            Vec<N> b;
            [State] Vec<N> m;
            Vec<N> Step(Vec<X> x)
            {
                m = Tanh(A * m + B * x + b);
                return m;
            }

            static float[] Shift(int rows, int columns, ulong seed)
            {
                var numbers = new float[rows * columns];
                for (var row = 1; row < rows; row++)
                    numbers[(row * columns) + row - 1] = 0.5f + (seed % 2) / 4f;
                return numbers;
            }
        }
        """;

    private const string Model = """
        using A;
        [Dim(3)] public readonly struct Units : IDim;
        [Layer] public partial class M
        {
            [Frozen] Lstm<Value, Value> encoder;
            [Frozen, Count(2)] Dense<Value, Value>[] rest;
            Memory<Value, Units> memory;
            Dense<Units, Value> head;
            public Vec<Value> Forward(Seq<Value> xs)
            {
                var hs = encoder.Scan(xs);
                foreach (var layer in rest)
                {
                    hs = layer.Apply(hs);
                }

                return head.Apply(memory.Scan(hs).Last);
            }
        }
        [Training(LearningRate = 0.1f)] public partial class T
        {
            M model;
            Scalar Loss(Seq<Value> s, Vec<Value> y) => MeanSquaredError(model.Forward(s), y) + 0.1f * L2(model);
        }
        """;

    [Theory]
    [InlineData("[Constant] Mat<H, X> [|W|];", "static float[] Method(int rows, int columns)")]
    [InlineData("Mat<H, X> W; [Constant] Vec<H> [|b|];", "static float[] Method(int size)")]
    public void A_constant_without_numbers(string fields, string instead)
    {
        var step = fields.Contains("|b|", StringComparison.Ordinal)
            ? Step.Replace("+ h)", "+ b * h)", StringComparison.Ordinal)
            : Step;
        var message = Diagnose.Beside(Head + fields + step + "}", "RNN075");
        Assert.Contains(instead, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static float[] F(int rows) => [];", "it takes (int rows);")]
    [InlineData("float[] F(int rows, int columns) => [];", "it is not static")]
    [InlineData("static double[] F(int rows, int columns) => [];", "it returns double[]")]
    [InlineData(
        "static float[] F(int rows, int columns, float theta) => [];",
        "it takes (int rows, int columns, float theta)"
    )]
    [InlineData("static float[] F<T>(int rows, int columns) => [];", "it is generic")]
    [InlineData("const int F = 1;", "the class has no such method")]
    public void A_method_that_gives_no_numbers(string method, string why)
    {
        var message = Diagnose.Beside(Head + "[Init([|nameof(F)|])] Mat<H, X> W; " + method + Step + "}", "RNN076");
        Assert.Contains("'static float[] F(int rows, int columns)'", message, StringComparison.Ordinal);
        Assert.Contains(why, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Init([|Initializer.Identity|])] Vec<H> b;", "and this is a vector")]
    [InlineData("[Init([|Initializer.ZeroDiagonal|])] Vec<H> b;", "and this is a vector")]
    [InlineData("[Init([|Initializer.Chrono|], 10)] Mat<H, H> b;", "and this is a matrix")]
    [InlineData("[Init([|Initializer.Chrono|])] Vec<H> b;", "at least 2, or its negative")]
    [InlineData("[Init([|nameof(h)|])] Scalar b;", "is one number")]
    [InlineData("[Init(Initializer.Uniform, 1, [|0.5|])] Vec<H> b;", "the lower one first")]
    [InlineData("[Init(Initializer.Normal, 0, [|1|])] Vec<H> b;", "are those of Initializer.Uniform")]
    [InlineData("[Init(Initializer.Uniform, 0, [|double.NaN|])] Vec<H> b;", "the lower one first")]
    public void An_initializer_that_does_not_go_with_a_field(string field, string why)
    {
        var step = Step.Replace("+ h)", "+ b * h)", StringComparison.Ordinal);
        var message = Diagnose.Beside(Head + "Mat<H, X> W; " + field + step + "}", "RNN054");
        Assert.Contains(why, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[State, Frozen] Vec<H> [|g|];", "a state changes at every step")]
    [InlineData("[Constant] Dense<X, H> [|g|];", "write [Frozen]")]
    public void A_field_that_can_be_neither(string field, string why)
    {
        var step = field.Contains("State", StringComparison.Ordinal)
            ? "[State] Vec<H> h; Vec<H> Step(Vec<X> x) { g = W * x + g; h = g; return h; } "
            : "[State] Vec<H> h; Vec<H> Step(Vec<X> x) { h = W * x + g.Apply(x); return h; } ";
        var message = Diagnose.Beside(Head + "Mat<H, X> W; " + field + step + "}", "RNN077");
        Assert.Contains(why, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_of_frozen_parameters_alone_has_nothing_to_train() =>
        Diagnose.Beside(
            """
            [Layer] public partial class M
            {
                [Frozen] Dense<Value, Value> d;
                public Vec<Value> Forward(Vec<Value> x) => d.Apply(x);
            }
            [Training] public partial class T
            {
                M [|model|];
                Scalar Loss(Vec<Value> x, Vec<Value> y) => MeanSquaredError(model.Forward(x), y);
            }
            """,
            "RNN048"
        );

    [Fact]
    public void A_definition_says_it_in_another_assembly()
    {
        var memory = Lowering.All(Memory).Single(d => d.Name == "Memory").Definition;
        Assert.Equal(memory.Parameters, DefinitionText.Parse(DefinitionText.Print(memory)).Parameters);

        var library = Images.Compile("Library", [Memory]);
        using var apart = new LoadedAssemblies([library, Images.Compile("App", [Model], [library])]);
        using var alone = new LoadedAssemblies([Images.Compile("All", [Model, Memory])]);
        TrainedNet.AssertSameStep(alone, apart, "T");
    }

    /// <summary>The loops that run back are those of the memory and of nothing before it.</summary>
    [Fact]
    public void The_program_has_no_backward_pass_through_what_is_frozen()
    {
        var frozen = Text(Model);
        var all = Text(
            Model
                .Replace("[Frozen] ", "", StringComparison.Ordinal)
                .Replace("[Frozen, Count(2)]", "[Count(2)]", StringComparison.Ordinal)
        );

        Assert.Contains("grad_head_W", frozen, StringComparison.Ordinal);
        Assert.Contains("grad_memory_b", frozen, StringComparison.Ordinal);
        foreach (var name in new[] { "grad_encoder", "grad_rest", "grad_memory_A", "grad_memory_B" })
        {
            Assert.DoesNotContain(name, frozen, StringComparison.Ordinal);
        }

        Assert.Contains("grad_encoder_Wxi", all, StringComparison.Ordinal);
        Assert.DoesNotContain("grad_memory_A", all, StringComparison.Ordinal);
        // Each gate of the encoder has an adjoint, which its states' adjoints pass through.
        Assert.Contains("d_i", all, StringComparison.Ordinal);
        Assert.DoesNotContain("d_i", frozen, StringComparison.Ordinal);
    }

    private static string Text(string model)
    {
        var build = Build.Of(Compilations.Of(model, Memory));
        Assert.True(build.Said.Count == 0, build.ToString());
        return string.Join(
            '\n',
            build
                .Run.GeneratedSources.Where(source => source.HintName.Contains("T.", StringComparison.Ordinal))
                .Select(source => source.SourceText.ToString())
        );
    }
}
