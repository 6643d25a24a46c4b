using System.Reflection;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Training;

namespace RnnDsl.Generator.Tests.Emit;

/// <summary>
/// W24, C18, C19, C20: models whose generated programs did not compile, or lost a gradient. What they compute when they run is compared
/// with the reference execution, and their gradients with its finite differences.
/// </summary>
public sealed class GeneratedGradientTests
{
    // The shorter one ends at a step of the other.
    private static readonly int[][] texts =
    [
        [1, 3, 1, 4],
        [2, 0],
    ];

    private const string Matrix = "Mat<X, V> W; ";

    private const string Dims = """
        [Dim(5)] public readonly struct V : IDim;
        [Dim(3)] public readonly struct X : IDim;
        [Cell]
        public partial class C
        {
            Mat<X, X> V;
            [State] Vec<X> h;
            Vec<X> Step(Vec<X> x) { h = Tanh(h + x); return V * Tanh(V * h); }
        }
        """;

    [Theory]
    // W24
    [InlineData("Dense<V, X> d; public Vec<X> Forward(Tokens<V> text) => Tanh(d.Apply(OneHot(text))).Last;")]
    [InlineData("Dense<V, X> d; public Vec<X> Forward(Tokens<V> text) => Tanh(d.Apply(OneHot(text.Last)));")]
    // C18
    [InlineData("Dense<V, X> d; public Vec<X> Forward(Tokens<V> text) => d.Apply(Mean(OneHot(text)));")]
    [InlineData("Dense<V, X> d; public Vec<X> Forward(Tokens<V> text) => d.Apply(Sum(OneHot(text)));")]
    [InlineData(Matrix + "public Vec<X> Forward(Tokens<V> text) => Mean(W * OneHot(text));")]
    // C19
    [InlineData(Matrix + "public Seq<X> Forward(Tokens<V> text) => W * OneHot(text) + W * OneHot(text).Last;")]
    [InlineData(
        Matrix + "public Vec<X> Forward(Tokens<V> text) { var xs = OneHot(text); return W * (xs.Last + Mean(xs)); }"
    )]
    [InlineData(
        "Mat<V, V> W; Mat<X, V> U; public Seq<X> Forward(Tokens<V> text) =>"
            + " U * (OneHot(text) * (W * OneHot(text)) + Tanh(OneHot(text)));"
    )]
    [InlineData(
        "Mat<X, Cat<V, V>> W; public Seq<X> Forward(Tokens<V> text) => W * Concat(OneHot(text), Reverse(OneHot(text)));"
    )]
    // C20
    [InlineData(
        "Mat<X, X> W; Embedding<V, X> e; C cell; public Seq<X> Forward(Tokens<V> text) => W * cell.Scan(e.Apply(text));"
    )]
    [InlineData(
        "Mat<X, X> W; Embedding<V, X> e; C cell; public Seq<X> Forward(Tokens<V> text) =>"
            + " W * Tanh(W * cell.Scan(W * e.Apply(text)));"
    )]
    public void What_a_program_computes_is_what_its_reference_computes(string members)
    {
        var target = members.Contains("Seq<X> Forward", StringComparison.Ordinal) ? "Seq" : "Vec";
        using var assembly = new LoadedAssemblies(
            Images.Emit(
                Build
                    .Of(
                        Compilations.WithTensors(
                            Dims,
                            $$"""
                            [Layer] public partial class M { {{members}} }
                            [Training] public partial class T
                            {
                                M m;
                                public Scalar Loss(Tokens<V> text, {{target}}<X> y) => MeanSquaredError(m.Forward(text), y);
                                public double Reference(int[] text, float[] y) =>
                                    Loss(new(text, 5), new(y{{(target == "Seq" ? ", 3" : "")}})).Value;
                                public TrainingLoop<Sample> OnTensors() => new Torch(m, TorchSharp.torch.CPU);
                            }
                            """
                        )
                    )
                    .AssertSound()
                    .Compilation
            )
        );
        var model = assembly.Find("M");
        var type = assembly.Find("T");
        float[][] targets =
        [
            .. texts.Select(
                (text, n) => Numbers(target == "Seq" ? 3 * text.Length : 3).Select(i => MathF.Cos(i + n)).ToArray()
            ),
        ];
        var run = typeof(GeneratedGradientTests)
            .GetMethod(nameof(Check), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type.GetNestedType("Sample")!);

        run.Invoke(null, [Activator.CreateInstance(type, Create(model))!, targets]);
    }

    private static void Check<TSample>(TrainingLoop<TSample> training, float[][] targets)
    {
        TSample[] batch =
        [
            .. texts.Zip(
                targets,
                (text, y) =>
                    (TSample)
                        Activator.CreateInstance(typeof(TSample), (ReadOnlyMemory<int>)text, (ReadOnlyMemory<float>)y)!
            ),
        ];
        var parameters = training.Parameters;
        var values = Numbers(parameters.ToArray().Length).Select(i => 0.5f * MathF.Sin(i + 1)).ToArray();
        parameters.Set(values);
        var type = training.GetType();
        var tensors = (TrainingLoop<TSample>)type.GetMethod("OnTensors")!.Invoke(training, null)!;
        using var device = (IDisposable)tensors;
        // Of the compiled project's own: spans do not go through reflection.
        var own = type.GetMethod("Reference")!;
        double Reference() => texts.Zip(targets, (text, y) => (double)own.Invoke(training, [text, y])!).Average();
        Assert.Equal(Reference(), training.Evaluate(batch), 1e-5);
        Assert.Equal(Reference(), tensors.Evaluate(batch), 1e-5);

        var (actual, onTensors) = (Gradients(training, batch), Gradients(tensors, batch));
        for (var i = 0; i < values.Length; i++)
        {
            var (at, above, below) = (values[i], values[i] + 0.0078125f, values[i] - 0.0078125f);
            var slope = (At(above) - At(below)) / (above - below);
            At(at);
            Assert.True(Math.Abs(slope - actual[i]) < 2e-4, $"parameter {i}: {actual[i]}, not {slope}");
            Assert.True(Math.Abs(slope - onTensors[i]) < 2e-4, $"parameter {i}, tensors: {onTensors[i]}, not {slope}");

            double At(float value)
            {
                values[i] = value;
                parameters.Set(values);
                return Reference();
            }
        }

        Assert.Contains(actual, value => value != 0);
    }

    private static float[] Gradients<TSample>(TrainingLoop<TSample> training, TSample[] batch)
    {
        var gradients = training.Gradients(batch);
        return [.. gradients.Store.Items.SelectMany(item => gradients[item.Name].ToArray())];
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    // With the sizes and the seed that constructors have by default.
    private static object Create(Type type)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters().All(p => p.IsOptional));
        return constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue)]);
    }
}
