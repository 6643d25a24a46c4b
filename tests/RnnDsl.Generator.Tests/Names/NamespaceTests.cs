using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Generator.Tests.Declarations;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>C23, C24: a declaration compiles in a namespace of any name, and next to any other.</summary>
public sealed class NamespaceTests
{
    [Theory]
    // C23
    [InlineData("Shop.@event")]
    [InlineData("@namespace")]
    [InlineData("@class.@record.@global")]
    // C24
    [InlineData("My.System")]
    [InlineData("My.System.Threading")]
    [InlineData("My.RnnDsl")]
    [InlineData("My.RnnDsl.Training")]
    [InlineData("My.TorchSharp.torch")]
    [InlineData("My.Vec")]
    [InlineData("System")]
    [InlineData("System.Collections.Generic")]
    [InlineData("RnnDsl.Inference")]
    [InlineData("Simd")]
    [InlineData("Tensors.Simd")]
    public void A_namespace_of_any_name(string space)
    {
        // Written whole: in a namespace System, say, a short name of the user's may mean another thing.
        const string Dsl = "global::RnnDsl";
        var build = Build.Of(
            Compilations.WithTensors(
                $$"""
                namespace {{space}}
                {
                    [{{Dsl}}.Cell]
                    public partial class C<X, H> where X : {{Dsl}}.IDim where H : {{Dsl}}.IDim
                    {
                        {{Dsl}}.Mat<H, X> W;
                        [{{Dsl}}.State] {{Dsl}}.Vec<H> h;
                        {{Dsl}}.Vec<H> Step({{Dsl}}.Vec<X> x) { h = {{Dsl}}.Equations.Tanh(W * x + h); return h; }
                    }
                    [{{Dsl}}.Layer]
                    public partial class M
                    {
                        C<global::Value, global::Hidden> c;
                        {{Dsl}}.Layers.Dense<global::Hidden, global::Value> d;
                        public {{Dsl}}.Vec<global::Value> Forward({{Dsl}}.Seq<global::Value> xs) => d.Apply(c.Scan(xs).Last);
                    }
                    [{{Dsl}}.Training]
                    public partial class T
                    {
                        M model;
                        {{Dsl}}.Scalar Loss({{Dsl}}.Seq<global::Value> xs, {{Dsl}}.Vec<global::Value> y) =>
                            {{Dsl}}.Losses.MeanSquaredError(model.Forward(xs), y);
                    }
                }
                """,
                Lowering.Dims
            )
        );

        Assert.Empty(build.AssertSound().Said);
        var id = space.Replace("@", "", StringComparison.Ordinal);
        Assert.True(build.Lives(id + ".C-2") && build.Lives(id + ".M") && build.Lives(id + ".T"));
    }

    // C23, C24 as people write them: one namespace for the file, and the package's usings.
    [Theory]
    [InlineData("Shop.@event")]
    [InlineData("My.System")]
    public void A_namespace_for_a_file(string space)
    {
        var build = Build.Of(
            $$"""
            namespace {{space}};
            [Layer] public partial class M { Dense<Value, Value> d; public Vec<Value> Forward(Vec<Value> x) => d.Apply(x); }
            [Training] public partial class T { M m; Scalar Loss(Vec<Value> x, Vec<Value> y) => MeanSquaredError(m.Forward(x), y); }
            """,
            Lowering.Dims
        );

        Assert.Empty(build.AssertSound().Said);
        Assert.True(build.Lives(space.Replace("@", "", StringComparison.Ordinal) + ".T"));
    }

    // In addition to the alias of the props, with which it would be ambiguous.
    [Fact]
    public void A_type_that_is_named_Scalar_in_no_namespace()
    {
        var build = Build.Of(
            """
            public sealed class Scalar;
            [Cell]
            public partial class C<X> where X : IDim
            {
                Vec<X> w;
                [State] global::RnnDsl.Scalar n;
                [State] Vec<X> h;
                Vec<X> Step(Vec<X> x) { n = n + 1; h = w * x / n + h; return h; }
            }
            [Layer] public partial class M { C<Value> c; public Seq<Value> Forward(Seq<Value> xs) => c.Scan(xs); }
            """,
            Lowering.Dims
        );

        Assert.Empty(build.AssertSound().Said);
        Assert.True(build.Lives("M"));
    }

    [Fact]
    public void A_class_beside_namespaces_of_its_users() =>
        Diagnose.Beside(
            """
            namespace Shop.System { public static class Nothing; }
            namespace Shop.RnnDsl { public static class Nothing; }
            namespace Shop.Simd { public static class Nothing; }
            namespace Shop.Scalar { public static class Nothing; }
            namespace Shop
            {
                [Layer]
                public partial class M
                {
                    Dense<Value, Value> d;
                    public Vec<Value> Forward(Vec<Value> x) => d.Apply(x);
                }
            }
            """
        );
}
