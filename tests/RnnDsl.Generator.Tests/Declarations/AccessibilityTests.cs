using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>C21: generated members are as accessible as the types in their signatures.</summary>
public sealed class AccessibilityTests
{
    private const string Layer =
        "{ Dense<Value, Value> d; public Vec<Value> Forward(Seq<Value> x) => d.Apply(x).Last; }";
    private const string Loss = "Scalar Loss(Seq<Value> x, Vec<Value> y) => MeanSquaredError(m.Forward(x), y); }";

    [Theory]
    [InlineData("", "public", Accessibility.Internal)]
    [InlineData("internal", "public", Accessibility.Internal)]
    [InlineData("public", "public", Accessibility.Public)]
    [InlineData("public", "internal", Accessibility.Public)]
    [InlineData("", "", Accessibility.Public)]
    public void A_training_and_its_model(string layer, string training, Accessibility expected)
    {
        var build = Build.Of(
            $$"""
            [Layer] {{layer}} partial class M {{Layer}}
            [Training] {{training}} partial class T { M m; {{Loss}}
            public static class App { public static void Run() => new T(new M()).Fit([new T.Sample(new float[3], new float[1])]); }
            """,
            Lowering.Dims
        );

        Assert.Empty(build.AssertSound().Said);
        var type = build.Compilation.GetTypeByMetadataName("T")!;
        Assert.Equal(expected, Assert.Single(type.InstanceConstructors).DeclaredAccessibility);
        Assert.Equal(expected, Assert.Single(type.GetMembers("Model")).DeclaredAccessibility);
    }

    [Theory]
    [InlineData("Mat<In, X> W; [State] Vec<In> h; Vec<In> Step(Vec<X> x) { h = Tanh(W * x + h); return h; }")]
    [InlineData("Mat<X, In> W; [State] Vec<X> h; Vec<X> Step(Vec<In> x) { h = Tanh(W * x + h); return h; }")]
    [InlineData(
        "Mat<In, X> W; Mat<X, In> V; [State] Vec<In> h; Vec<X> Step(Vec<X> x) { h = Tanh(W * x + h); return V * h; }"
    )]
    [InlineData(
        "Mat<X, X> W; [State] Vec<X> h; Vec<Cat<X, In>> Step(Vec<Cat<X, In>> x) { h = W * h; return Concat(h, Vec<In>.Zero(3)); }"
    )]
    public void A_public_cell_with_an_internal_dim(string members)
    {
        var usesZero = members.Contains("Zero", StringComparison.Ordinal);
        var build = Build.Of(
            $$"""
            [Dim(3)] struct In : IDim;
            [Cell] public partial class C<X> where X : IDim { {{members}} }
            """,
            Lowering.Dims
        );

        Assert.Equal(usesZero ? ["RNN002"] : [], build.AssertSound().Ids);
        var cell = build.Compilation.GetTypeByMetadataName("C`1")!;
        foreach (var member in new[] { "Scan", "Final", "State" }.SelectMany(name => cell.GetMembers(name)))
        {
            Assert.Equal(Accessibility.Internal, member.DeclaredAccessibility);
        }
    }

    [Fact]
    public void Types_that_are_private_to_the_same_class() =>
        Diagnose.Beside(
            $$"""
            public partial class Outer
            {
                [Dim(3)] private struct In : IDim;
                [Cell]
                private partial class C<X> where X : IDim
                {
                    Mat<In, X> W;
                    [State] Vec<In> h;
                    Vec<In> Step(Vec<X> x) { h = Tanh(W * x + h); return h; }
                }
                [Layer] private partial class L { C<Value> c; public Vec<In> Forward(Seq<Value> xs) => c.Scan(xs).Last; }
                [Layer] protected partial class M {{Layer}}
                [Training] protected partial class T { M m; {{Loss}}
                [Training] private protected partial class U { M m; {{Loss.Replace(
                "protected ",
                "",
                StringComparison.Ordinal
            )}}
            }
            """.Replace(
                "private protected partial class U",
                "private partial class U",
                StringComparison.Ordinal
            )
        );

    [Theory]
    [InlineData("private", "public")]
    [InlineData("private", "internal")]
    [InlineData("protected", "public")]
    [InlineData("private protected", "internal")]
    [InlineData("protected", "protected internal")]
    public void A_model_that_no_member_can_show(string layer, string training) =>
        Diagnose.Beside(
            $$"""
            public partial class Outer
            {
                [Layer] {{layer}} partial class M {{Layer}}
                [Training] {{training}} partial class T { M [|m|]; {{Loss}}
            }
            """,
            "RNN055"
        );

    [Fact]
    public void A_state_that_no_member_can_show() =>
        Diagnose.Beside(
            """
            public partial class Outer
            {
                [Dim(3)] private struct In : IDim;
                [Cell]
                internal partial class C<X> where X : IDim
                {
                    Mat<In, X> W;
                    [State] Vec<In> [|h|];
                    Vec<In> Step(Vec<X> x) { h = Tanh(W * x + h); return h; }
                }
            }
            """,
            "RNN055"
        );
}
