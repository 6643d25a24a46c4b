using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>A class that C# itself does not take: the compiler's error is the only one, and generated files add none.</summary>
public sealed class StructureTests
{
    private const string Rest = """
        [Dim(2)] public readonly struct A : IDim;
        [Layer] public partial class Model { Vec<A> v; public Vec<A> Forward(Vec<A> x) => v * x; }
        [Training] public partial class Other { Model model; Scalar Loss(Vec<A> x, Vec<A> y) => MeanSquaredError(model.Forward(x), y); }
        """;

    [Theory]
    [InlineData("[Layer] public partial class L { Vec<A> w; Vec<A> w; public Vec<A> Apply(Vec<A> x) => x; }")]
    [InlineData("[Layer] public partial class L { Vec<A> w; public Vec<A> Apply(Vec<A> x, Vec<A> x) => w; }")]
    [InlineData(
        "[Layer] public partial class L<X, X> where X : IDim { Vec<X> w; public Vec<X> Apply(Vec<X> x) => w * x; }"
    )]
    [InlineData("[Layer] private partial class L { Vec<A> w; public Vec<A> Apply(Vec<A> x) => w * x; }")]
    [InlineData("[Training] private partial class L { Model model; Scalar Loss(Vec<A> x) => Sum(model.Forward(x)); }")]
    [InlineData("[Training] public partial struct L { Model model; Scalar Loss(Vec<A> x) => Sum(model.Forward(x)); }")]
    [InlineData(
        "[Training] public partial class L { Model model; Model model; Scalar Loss(Vec<A> x) => Sum(model.Forward(x)); }"
    )]
    [InlineData(
        "[Training] public partial class L : object { Model model; Scalar Loss(Vec<A> x) => Sum(model.Forward(x)); }"
    )]
    [InlineData(
        "[Training] public partial class L : TrainingLoop<int> { Model model; Scalar Loss(Vec<A> x) => Sum(model.Forward(x)); }"
    )]
    [InlineData(
        "[Training] public partial class L<X> where X : IDim { Model model; Scalar Loss(Vec<A> x) => Sum(nothing); }"
    )]
    [InlineData(
        "[Layer] private partial class P { Vec<A> w; public Vec<A> Apply(Vec<A> x) => w * x; } [Training] public partial class L { P model; Scalar Loss(Vec<A> x) => Sum(model.Apply(x)); }"
    )]
    [InlineData(
        "public readonly ref struct R : IDim; [Layer] public partial class L { Vec<R> w; public Vec<R> Apply(Vec<R> x) => w * x; }"
    )]
    public void Its_error_is_the_users_alone(string declaration)
    {
        var build = Build.Of(declaration, Rest).AssertSound();

        Assert.Contains(build.Said, said => said.Severity == DiagnosticSeverity.Error);
        Assert.True(build.Lives("Other"));
    }

    [Fact]
    public void What_is_experimental_is_used_without_a_word_in_generated_files() =>
        Assert.Empty(
            Build
                .Of(
                    """
                    #pragma warning disable X1
                    [Dim(2)] public readonly struct A : IDim;
                    [Layer] public partial class Model
                    {
                        [System.Diagnostics.CodeAnalysis.Experimental("X1")] Vec<A> v;
                        public Vec<A> Forward(Vec<A> x) => v * x;
                    }
                    [Training] public partial class T
                    {
                        [System.Diagnostics.CodeAnalysis.Experimental("X1")] Model model;
                        Scalar Loss(Vec<A> x, Vec<A> y) => MeanSquaredError(model.Forward(x), y);
                    }
                    """
                )
                .AssertSound()
                .OfUser
        );

    [Fact]
    public void An_error_of_the_language_is_not_silenced()
    {
        var build = Build
            .Of(
                """
                #pragma warning disable
                [Training] public partial class T { }
                """
            )
            .AssertSound();

        Assert.Contains("RNN014", build.Ids);
    }

    [Fact]
    public void What_uses_it_adds_no_error()
    {
        var build = Build.Of(
            """
            [Dim(2)] public readonly struct A : IDim;
            [Cell] public partial class C { Vec<A> w; Vec<A> w; [State] Vec<A> h; Vec<A> Step(Vec<A> x) { h = x + h; return h; } }
            [Layer] public partial class Model { C cell; public Seq<A> Forward(Seq<A> xs) => cell.Scan(xs); }
            [Training] public partial class T { Model model; Scalar Loss(Seq<A> xs, Seq<A> y) => MeanSquaredError(model.Forward(xs), y); }
            """
        );

        Assert.Empty(build.OfGenerated);
    }
}
