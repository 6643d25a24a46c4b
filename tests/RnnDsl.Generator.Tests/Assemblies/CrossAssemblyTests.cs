using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Assemblies;

/// <summary>Names of one assembly in the definitions of another (case C1).</summary>
public sealed class CrossAssemblyTests
{
    private const string Training = """
        [Training(LearningRate = 0.1f)]
        public partial class T
        {
            A.M model;
            Scalar Loss(Vec<A.Value> x, Vec<A.Value> y) => MeanSquaredError(model.Forward(x), y);
        }
        """;

    private static string Models(string factor) =>
        $$"""
            namespace A;
            [Dim(2)] public readonly struct Value : IDim;
            [Layer] partial class Helper
            {
                Vec<Value> w;
                public Vec<Value> Apply(Vec<Value> x) => {{factor}} * (w + x);
            }
            [Layer] public partial class M
            {
                Helper helper;
                public Vec<Value> Forward(Vec<Value> x) => helper.Apply(x);
            }
            """;

    [Fact]
    public void A_sequence_model_with_fixed_dims_is_trained_by_another_assembly()
    {
        var models = Images.Compile(
            "Models",
            [
                """
                namespace A;
                [Dim(1)] public readonly struct Value : IDim;
                [Dim(6)] public readonly struct Hidden : IDim;
                [Layer] public partial class M
                {
                    Lstm<Value, Hidden> cell;
                    Dense<Hidden, Value> head;
                    public Vec<Value> Forward(Seq<Value> xs) => head.Apply(cell.Scan(xs).Last);
                }
                """,
            ]
        );
        const string User = """
            using A;
            [Training] public partial class T
            {
                M model;
                Scalar Loss(Seq<Value> s, Vec<Value> y) => MeanSquaredError(model.Forward(s), y);
            }
            """;
        using var assemblies = new LoadedAssemblies([models, Images.Compile("App", [User], [models])]);

        var (loss, parameters) = TrainedNet.Run(assemblies, "T");

        Assert.True(float.IsFinite(loss) && loss > 0);
        Assert.Contains(parameters, value => value != 0);
    }

    [Fact]
    public void A_cell_with_a_matrix_as_its_state_is_trained_by_another_assembly()
    {
        var models = Images.Compile(
            "Models",
            [
                """
                namespace A;
                [Cell] public partial class Memory<X, H> where X : IDim where H : IDim
                {
                    Mat<H, X> Wk, Wv;
                    Mat<H, H> A;
                    [State] Mat<H, X> C;
                    Vec<H> Step(Vec<X> x)
                    {
                        C = 0.5f * C + Outer(Wv * x, x);
                        return (A - Transpose(A)) * (C * x) + Wk * (Transpose(Wv - Wk) * (Wv * x));
                    }
                }
                """,
            ]
        );
        const string User = """
            using A;
            [Dim(2)] public readonly struct Value : IDim;
            [Dim(6)] public readonly struct Hidden : IDim;
            [Layer] public partial class M
            {
                Memory<Value, Hidden> cell;
                Dense<Hidden, Value> head;
                public Vec<Value> Forward(Seq<Value> xs) => head.Apply(cell.Scan(xs).Last);
            }
            [Training] public partial class T
            {
                M model;
                Scalar Loss(Seq<Value> s, Vec<Value> y) => MeanSquaredError(model.Forward(s), y);
            }
            """;
        using var assemblies = new LoadedAssemblies([models, Images.Compile("App", [User], [models])]);

        var (loss, parameters) = TrainedNet.Run(assemblies, "T");

        Assert.True(float.IsFinite(loss) && loss > 0);
        Assert.Contains(parameters, value => value != 0);
    }

    [Fact]
    public void A_cell_of_another_assembly_is_held_by_one_that_a_third_trains()
    {
        const string Inner = """
            namespace A;
            [Cell] public partial class Inner<X, H> where X : IDim where H : IDim
            {
                readonly float rate = 0.5f;
                Mat<H, X> W;
                [State(Delay = 2)] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = Tanh(rate * h + W * x); return h; }
            }
            """;
        const string Outer = """
            namespace B;
            [Cell] public partial class Outer<X, H> where X : IDim where H : IDim
            {
                A.Inner<X, H> inner;
                Lstm<H, H> lstm;
                [State] Vec<H> sum;
                Vec<H> Step(Vec<X> x) { sum += 0.25f * lstm.Step(inner.Step(x)); return sum; }
            }
            """;
        const string User = """
            [Dim(2)] public readonly struct Value : IDim;
            [Dim(6)] public readonly struct Hidden : IDim;
            [Layer] public partial class M
            {
                B.Outer<Value, Hidden> cell;
                Dense<Hidden, Value> head;
                public Vec<Value> Forward(Seq<Value> xs)
                {
                    var end = cell.Final(xs);
                    return head.Apply(cell.Scan(xs, end with { lstm = new(end.inner.h_2, end.sum) }).Last);
                }
            }
            [Training] public partial class T
            {
                M model;
                Scalar Loss(Seq<Value> s, Vec<Value> y) => MeanSquaredError(model.Forward(s), y);
            }
            """;
        var inner = Images.Compile("Inner", [Inner]);
        var outer = Images.Compile("Outer", [Outer], [inner]);
        using var apart = new LoadedAssemblies([inner, outer, Images.Compile("App", [User], [inner, outer])]);
        using var alone = new LoadedAssemblies([Images.Compile("All", [Inner, Outer, User])]);

        TrainedNet.AssertSameStep(alone, apart, "T");
    }

    [Fact]
    public void Matrices_of_fixed_and_of_trained_parameters_are_computed_for_another_assembly()
    {
        const string Models = """
            namespace A;
            [Cell] public partial class Mixed<X, H> where X : IDim where H : IDim
            {
                [Frozen] Mat<H, H> W;
                [Constant, Init(0.25)] Mat<H, H> V;
                Mat<H, X> U;
                Mat<X, H> P;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x)
                {
                    h = Tanh((W * V - Transpose(W)) * h + U * P * h + U * x);
                    return (V - Transpose(W)) * h;
                }
            }
            """;
        const string User = """
            [Dim(2)] public readonly struct Value : IDim;
            [Dim(5)] public readonly struct Hidden : IDim;
            [Layer] public partial class M
            {
                A.Mixed<Value, Hidden> cell;
                Dense<Hidden, Value> head;
                public Vec<Value> Forward(Seq<Value> xs) => head.Apply(cell.Scan(xs).Last);
            }
            [Training] public partial class T
            {
                M model;
                Scalar Loss(Seq<Value> s, Vec<Value> y) => MeanSquaredError(model.Forward(s), y);
            }
            """;
        var models = Images.Compile("Models", [Models]);
        using var apart = new LoadedAssemblies([models, Images.Compile("App", [User], [models])]);
        using var alone = new LoadedAssemblies([Images.Compile("All", [Models, User])]);

        TrainedNet.AssertSameStep(alone, apart, "T");
    }

    [Fact]
    public void An_internal_class_is_not_taken_for_one_of_the_same_name_elsewhere()
    {
        var models = Images.Compile("Models", [Models("2")]);
        // Its own Helper computes something else, and no equation of T calls it.
        var own = Models("100").Split("[Layer] public")[0].Replace("[Dim(2)] public readonly struct Value : IDim;", "");
        using var apart = new LoadedAssemblies([models, Images.Compile("App", [Training, own], [models])]);
        using var alone = new LoadedAssemblies([Images.Compile("All", [Training, Models("2")])]);

        TrainedNet.AssertSameStep(alone, apart, "T");
    }

    [Fact]
    public void Two_assemblies_share_a_namespace_and_a_third_uses_both()
    {
        const string More = """
            namespace A;
            [Layer] partial class Helper { Vec<Value> v; public Vec<Value> Apply(Vec<Value> x) => Tanh(v * x); }
            [Layer] public partial class N
            {
                Helper helper;
                M first;
                public Vec<Value> Forward(Vec<Value> x) => helper.Apply(first.Forward(x));
            }
            """;
        var training = Training.Replace("A.M", "A.N", StringComparison.Ordinal);
        var first = Images.Compile("First", [Models("2")]);
        var second = Images.Compile("Second", [More], [first]);
        using var apart = new LoadedAssemblies([first, second, Images.Compile("App", [training], [first, second])]);
        var renamed = More.Replace("Helper", "Other", StringComparison.Ordinal);
        using var alone = new LoadedAssemblies([Images.Compile("All", [training, Models("2"), renamed])]);

        TrainedNet.AssertSameStep(alone, apart, "T");
    }

    [Fact]
    public void Dims_match_by_type_and_functions_are_told_apart_by_it()
    {
        var library = Images.Compile(
            "Library",
            [
                "namespace A; [Dim(2)] public readonly struct Value : IDim;",
                "namespace B; [Dim(3)] public readonly struct Value : IDim;",
                """
                namespace C;
                [Functions] public static partial class Weights
                {
                    public static Scalar Weigh(Vec<A.Value> x) => 2 * Sum(x);
                    public static Scalar Weigh(Vec<B.Value> x) => 5 * Sum(x);
                }
                """,
            ]
        );
        string User(string dim) =>
            $$"""
                using {{dim}};
                [Layer] public partial class M
                {
                    Vec<Value> w;
                    public Vec<Value> Forward(Vec<Value> x) => w + x;
                }
                [Training] public partial class T
                {
                    M model;
                    Scalar Loss(Vec<Value> x, Vec<Value> y) => C.Weights.Weigh(Abs(model.Forward(x)) + Abs(y));
                }
                """;
        float Loss(string dim)
        {
            using var assemblies = new LoadedAssemblies([library, Images.Compile("App", [User(dim)], [library])]);
            return TrainedNet.Run(assemblies, "T").Loss;
        }
        float Expected(int factor, int width)
        {
            var random = new Random(5);
            return factor
                * Enumerable
                    .Range(0, 3)
                    .Average(_ => Enumerable.Range(0, 2 * width).Sum(_ => Math.Abs(random.NextSingle() - 0.5f)));
        }

        // A vector that nothing multiplies starts at zero, so the loss is the sum of the data.
        Assert.Equal(Expected(2, width: 2), Loss("A"), 1e-5f);
        Assert.Equal(Expected(5, width: 3), Loss("B"), 1e-5f);
    }

    [Fact]
    public void Dims_of_two_assemblies_with_one_name_are_told_apart()
    {
        var first = Images.Compile("First", [Models("2")]);
        var second = Images.Compile(
            "Second",
            [Models("2").Replace("namespace A", "namespace B", StringComparison.Ordinal)]
        );
        const string User = """
            [Layer] public partial class Both
            {
                A.M one;
                B.M two;
                public Vec<A.Value> Forward(Vec<A.Value> x) => one.Forward(x);
                public Vec<B.Value> Other(Vec<B.Value> x) => two.Forward(x);
            }
            """;
        var said = Assert.Single(Said(User, first, second));

        Assert.Equal("RNN024", said.Id);
        Assert.Contains("global::B.Value", said.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("global::A.Value", said.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_of_another_version_is_named()
    {
        var models = Compilations.Of(
            """
            namespace A;
            public readonly struct Value : IDim;
            [Layer, Definition("rnndsl 1\nlayer A.M\ndim Value fixed\n")] public class M : IParameterized
            {
                public Vec<Value> Forward(Vec<Value> x) => x;
                public RnnDsl.Parameters.ParameterScope Scope => throw null!;
            }
            """
        );
        var said = Assert.Single(Said(Training, Images.Emit(models.WithAssemblyName("Models"))));

        Assert.Equal("RNN021", said.Id);
        Assert.Contains(
            "begins with 'rnndsl 1', this version reads 'rnndsl 2'",
            said.GetMessage(null),
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<Diagnostic> Said(string source, params byte[][] references) =>
        Build.Of(Images.Project("App", [source], references)).AssertSound().Said;
}
