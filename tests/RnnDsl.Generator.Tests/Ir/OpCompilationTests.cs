using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Ir;

/// <summary>C3: what is generated of each row compiles for every target, on scalars, vectors and sequences; a new row is in it too.</summary>
public class OpCompilationTests
{
    public static TheoryData<string> Rows() => [.. OpSources.Rows.Select(op => op.Name)];

    public static TheoryData<string> OfNumbers() =>
        [.. Ops.All.Where(op => op.Kind == OpKind.Elementwise).Select(op => op.Name)];

    /// <summary>Those that a program computes. StopGradient is its operand, and gone by then.</summary>
    public static TheoryData<string> OfElements() =>
        [.. OpSources.Rows.Where(op => op.Kind == OpKind.Elementwise && op != Ops.StopGradient).Select(op => op.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_model_of_it_compiles_for_vectors_and_for_tensors(string row)
    {
        var build = Build.Of(WithTensors("public readonly struct D : IDim;\n" + OpSources.Of(Ops.ByName(row)!)));

        // Of sizes and data alone there is nothing to train: a warning, and code that compiles all the same.
        Assert.True(build.Ids.All(id => id == "RNN048"), build.ToString());
        Assert.Contains(build.Files, file => file.Contains(row + "_Training.Torch", StringComparison.Ordinal));
        Assert.True(build.Lives(row + "_Training"));
    }

    /// <summary>What it is on a target is in what was compiled: no use of it was lost on the way.</summary>
    [Theory]
    [MemberData(nameof(OfElements))]
    public void Its_texts_are_in_what_was_compiled(string row)
    {
        var op = Ops.ByName(row)!;
        var build = Build.Of(WithTensors("public readonly struct D : IDim;\n" + OpSources.Of(op)));

        Assert.Contains(Head(op.Simd!), Text(build, isTensors: false), StringComparison.Ordinal);
        Assert.Contains(Head(op.Tensor!.Calls), Text(build, isTensors: true), StringComparison.Ordinal);
        if (op.Tensor.OfNumber is { } ofNumber)
        {
            Assert.Contains(Head(ofNumber), Text(build, isTensors: true), StringComparison.Ordinal);
        }
    }

    /// <summary>Scalars, vectors and sequences, known before the program runs, data, and computed: each, on either side.</summary>
    [Theory]
    [MemberData(nameof(OfElements))]
    public void Its_model_has_it_on_each_kind_of_operand(string row)
    {
        var op = Ops.ByName(row)!;
        string[] operands = ["(1 / Size(x))", "Length(xs)", "Sum(x)", "s", "ns", "ss", "x", "v", "xs", "vs"];
        var source = OpSources.Of(op);

        foreach (var (a, b) in operands.SelectMany(a => operands.Select(b => (a, b))))
        {
            Assert.Contains(
                op switch
                {
                    { Operator: { } symbol, Arity: 2 } => $"({a} {symbol} {b})",
                    { Operator: { } sign } => $"({sign}{a})",
                    { Arity: 2 } => $"{op.Method}({a}, {b})",
                    _ => $"{op.Method}({a})",
                },
                source,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("VectorMath.Tanh(", "CS0117")]
    [InlineData(".tanh_(", "CS1061")]
    public void A_text_that_no_target_has_does_not_compile(string text, string error)
    {
        var build = Build.Of(WithTensors("public readonly struct D : IDim;\n" + OpSources.Of(Ops.Tanh)));
        var wrong = build.Run.GeneratedSources.Aggregate(
            build.Compilation,
            (compilation, source) =>
                compilation.ReplaceSyntaxTree(
                    source.SyntaxTree,
                    CSharpSyntaxTree.ParseText(
                        source
                            .SourceText.ToString()
                            .Replace(
                                text,
                                text.Replace("anh", "anx", StringComparison.Ordinal),
                                StringComparison.Ordinal
                            ),
                        (CSharpParseOptions)source.SyntaxTree.Options
                    )
                )
        );

        Assert.Contains(wrong.GetDiagnostics(), said => said.Id == error);
    }

    /// <summary>Where all operands are numbers that are known before the program runs, no tensor is there to call.</summary>
    [Theory]
    [MemberData(nameof(OfNumbers))]
    public void Its_text_on_numbers_is_its_reference(string row)
    {
        var op = Ops.ByName(row)!;
        var function = Compile(op);
        foreach (var a in new[] { -1.5f, -0.5f, 0, 0.5f, 1, 2 })
        {
            foreach (var b in new[] { -1, 0.5f, 2 })
            {
                var expected = op.Element!(a, b);
                Assert.Equal(expected, function(a, b), (e, f) => e.Equals(f) || Math.Abs(e - f) <= 1e-6);
            }
        }
    }

    /// <summary>The case itself: a number that no tensor holds, through a function that MathF lacks.</summary>
    [Fact]
    public void A_sigmoid_of_a_size_compiles_for_tensors()
    {
        var build = Build.Of(
            WithTensors(
                """
                public readonly struct D : IDim;

                [Layer]
                public partial class Scaled
                {
                    Dense<D, D> head;

                    public Vec<D> Forward(Vec<D> x) => Sigmoid(1 / Size(x)) * head.Apply(x);
                }
                """
            )
        );

        Assert.True(build.Said.Count == 0, build.ToString());
        Assert.Contains(build.Files, file => file.Contains("Scaled.Torch", StringComparison.Ordinal));
    }

    // A text up to its first operand that is no operator's: "VectorMath.Tanh(", ".clamp_min(" without the form in place.
    private static string Head(string text) =>
        text.Contains('(', StringComparison.Ordinal) ? text[..text.IndexOf('(', StringComparison.Ordinal)]
        : text.Contains("{1}", StringComparison.Ordinal)
            ? text.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal)
        : text[..1];

    private static string Text(Build build, bool isTensors) =>
        string.Join(
            '\n',
            build
                .Run.GeneratedSources.Where(source =>
                    source.HintName.Contains("Torch", StringComparison.Ordinal) == isTensors
                )
                .Select(source => source.SourceText.ToString())
        );

    private static CSharpCompilation WithTensors(string source) =>
        Compilations
            .Of(source)
            .AddReferences(
                new[] { "RnnDsl.Torch.dll", "TorchSharp.dll" }.Select(file =>
                    MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file))
                )
            );

    private static Func<float, float, double> Compile(Op op)
    {
        var text = op.Scalar ?? throw new ArgumentException($"{op} has no C# of numbers.", nameof(op));
        var body = text.Replace("{0}", "a", StringComparison.Ordinal).Replace("{1}", "b", StringComparison.Ordinal);
        var project = WithTensors(
            $$"""
            using Tensors = RnnDsl.Torch;

            public static class Row
            {
                public static double Of(float a, float b) => {{body}};
            }
            """
        );
        var context = new AssemblyLoadContext(op.Name, isCollectible: true);
        var row = context.LoadFromStream(new MemoryStream(Images.Emit(project))).GetType("Row")!;
        return row.GetMethod("Of")!.CreateDelegate<Func<float, float, double>>();
    }
}
