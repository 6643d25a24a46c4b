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
