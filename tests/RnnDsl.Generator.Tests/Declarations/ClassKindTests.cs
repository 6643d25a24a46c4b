using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>C2, C7, C27: what is attributed and is no class that the generator can add to. All other classes live.</summary>
public sealed class ClassKindTests
{
    private const string Members = "Dense<Value, Value> d; public Vec<Value> Forward(Vec<Value> x) => d.Apply(x);";
    private const string Cell =
        "Mat<H, X> W; [State] Vec<H> h; Vec<H> Step(Vec<X> x) { h = Tanh(W * x + h); return h; }";
    private const string User =
        "[Layer] public partial class User { C<Value, Hidden> c; public Vec<Hidden> Forward(Seq<Value> xs) => c.Scan(xs).Last; }";

    // C2
    [Fact]
    public void A_class_that_only_its_file_sees() =>
        Diagnose.Beside($$"""[Layer] file partial class [|M|] { {{Members}} }""", "RNN018");

    [Fact]
    public void A_class_inside_one_that_only_its_file_sees() =>
        Diagnose.Beside(
            $$"""file partial class Outer { [Layer] public partial class [|M|] { {{Members}} } }""",
            "RNN018"
        );

    // C2: the compiler takes no two files whose names differ in case alone, and drops all of a generator that has such.
    [Fact]
    public void Names_that_differ_in_case_alone()
    {
        var build = Build.Of(
            $$"""
            [Layer] public partial class Model { {{Members}} }
            [Layer] public partial class MODEL { {{Members}} }
            [Layer] public partial class Mode<L> where L : IDim { Dense<L, L> d; public Vec<L> Forward(Vec<L> x) => d.Apply(x); }
            [Layer] public partial class Mode { {{Members}} }
            """,
            Lowering.Dims
        );

        Assert.Empty(build.AssertSound().Said);
        Assert.Equal(build.Files.Length, build.Files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.True(build.Lives("MODEL") && build.Lives("Model(2)") && build.Lives("Mode-1") && build.Lives("Mode"));
    }

    [Fact]
    public void A_nested_class_with_the_name_of_a_part()
    {
        var build = Build.Of(
            $$"""
            [Layer] public partial class Model { {{Members}} [Layer] public partial class Memory { {{Members}} } }
            [Training]
            public partial class Learn
            {
                Model model;
                Scalar Loss(Vec<Value> x, Vec<Value> y) => MeanSquaredError(model.Forward(x), y);
                [Layer] public partial class Backward { {{Members}} }
            }
            """,
            Lowering.Dims
        );

        Assert.Empty(build.AssertSound().Said);
        Assert.True(
            build.Lives("Model") && build.Lives("Model+Memory") && build.Lives("Learn") && build.Lives("Learn+Backward")
        );
    }

    // C2: what cannot be printed of a class with an error is no second error.
    [Fact]
    public void Dims_that_differ_in_case_alone() =>
        Diagnose.Beside(
            """
            public readonly struct A : IDim;
            public readonly struct a : IDim;
            [Layer] public partial class M { Dense<A, a> [|d|]; public Vec<a> Forward(Vec<A> x) => d.Apply(x); }
            """,
            "RNN024"
        );

    // C7
    [Fact]
    public void Type_parameters_without_constraints() =>
        Diagnose.Beside($$"""[Cell] public partial class C<[|X|], H> { {{Cell}} } {{User}}""", "RNN019", "RNN019");

    [Fact]
    public void Constraints_that_lead_to_a_dim_in_another_way() =>
        Diagnose.Beside(
            """
            public interface IMine : IDim;
            public readonly struct Mine : IMine;
            [Layer]
            public partial class M<A, B> where A : struct, IMine where B : A
            {
                Dense<A, B> d;
                public Vec<B> Forward(Vec<A> x) => d.Apply(x);
            }
            [Layer] public partial class Of { M<Mine, Mine> m; public Vec<Mine> Forward(Vec<Mine> x) => m.Forward(x); }
            """.Replace(
                "where A : struct, IMine where B : A",
                "where A : class, IMine where B : A",
                StringComparison.Ordinal
            ).Replace("readonly struct Mine", "sealed class Mine", StringComparison.Ordinal)
        );

    [Fact]
    public void A_struct() =>
        Diagnose.Beside(
            $$"""[Cell] public partial struct [|C|]<X, H> where X : IDim where H : IDim { {{Cell}} } {{User}}""",
            "CS0592",
            "RNN018"
        );

    // What derives from no class gets no base class, and none of the errors of one.
    [Theory]
    [InlineData("struct", new[] { "CS0592", "RNN018" })]
    [InlineData("record", new[] { "RNN018" })]
    [InlineData("record struct", new[] { "CS0592", "RNN018" })]
    public void A_training_that_is_no_class(string kind, string[] ids)
    {
        var build = Build.Of(
            $$"""
            [Training] public partial {{kind}} T { M m; Scalar Loss(Vec<Value> x, Vec<Value> y) => MeanSquaredError(m.Forward(x), y); }
            [Layer] public partial class M { {{Members}} }
            """,
            Lowering.Dims
        );

        Assert.Equal(ids, build.AssertSound().Ids);
        Assert.Empty(build.OfGenerated);
        Assert.True(build.Lives("M"));
    }

    [Theory]
    [InlineData("", "RNN019", "RNN019")]
    [InlineData("where X : IDim where H : IDim")]
    public void A_training_with_type_parameters(string constraints, params string[] ids)
    {
        var build = Build.Of(
            Compilations.WithTensors(
                $$"""
                [Layer]
                public partial class Net<X, H> where X : IDim where H : IDim
                {
                    Lstm<X, H> c;
                    Dense<H, X> d;
                    public Seq<X> Forward(Seq<X> xs) => d.Apply(c.Scan(xs));
                }
                [Training(Truncate = 3, Stateful = true)]
                public partial class T<X, H> {{constraints}}
                {
                    Net<X, H> m;
                    Scalar Loss(Seq<X> xs, Seq<X> y) => MeanSquaredError(m.Forward(xs), y);
                }
                public static class App
                {
                    public static void Run(Net<Value, Hidden> net) =>
                        new T<Value, Hidden>(net).Fit([new T<Value, Hidden>.Sample(new float[6], new float[6])]);
                }
                """,
                Lowering.Dims
            )
        );

        Assert.Equal(ids, build.AssertSound().Ids);
        Assert.Empty(build.OfGenerated);
    }

    [Theory]
    [InlineData("Layer, Training")]
    [InlineData("Training, Layer")]
    [InlineData("Layer, Functions")]
    public void Two_attributes_of_the_language(string attributes)
    {
        var message = Diagnose.Beside(
            $$"""[{{attributes}}] public partial class [|M|] { {{Members}} Scalar Loss(Vec<Value> x) => Sum(d.Apply(x)); }""",
            "RNN018"
        );
        Assert.Contains("a class is one of them", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public partial record [|C|]<X, H>")]
    [InlineData("public partial record [|C|]<X, H>(int Size)")]
    public void A_record(string header) =>
        Diagnose.Beside($$"""[Cell] {{header}} where X : IDim where H : IDim { {{Cell}} } {{User}}""", "RNN018");

    [Theory]
    [InlineData("public [|C|](int x, int h) { }", "RNN029")]
    [InlineData("public [|C|](int x, int h, ulong seed = 0) { }", "RNN029")]
    public void A_constructor_that_the_user_wrote(string constructor, string rule) =>
        Diagnose.Beside(
            $$"""[Cell] public partial class C<X, H> where X : IDim where H : IDim { {{Cell}} {{constructor}} } {{User}}""",
            rule
        );

    [Fact]
    public void Parameters_of_a_class() =>
        Diagnose.Beside(
            $$"""[Cell] public partial class [|C|]<X, H>(int n) where X : IDim where H : IDim { {{Cell}} } {{User}}""",
            "RNN029",
            "CS9113"
        );

    [Fact]
    public void Overloads_for_a_vector_and_a_sequence() =>
        Diagnose.Beside(
            """
            [Layer]
            public partial class L
            {
                Dense<Value, Value> d;
                public Vec<Value> Apply(Vec<Value> x) => d.Apply(x);
                public Seq<Value> [|Apply|](Seq<Value> xs) => d.Apply(xs);
            }
            [Layer]
            public partial class User
            {
                L l;
                public Vec<Value> Forward(Seq<Value> xs) => l.Apply(xs).Last;
            }
            """,
            "RNN020"
        );

    [Fact]
    public void Overloads_of_which_one_is_private() =>
        Diagnose.Beside(
            """
            [Layer]
            public partial class L
            {
                Dense<Value, Value> d;
                public Vec<Value> Apply(Vec<Value> x) => d.Apply(x);
                Seq<Value> [|Apply|](Seq<Value> xs) => d.Apply(xs);
            }
            """,
            "RNN020"
        );

    // C27
    [Theory]
    [InlineData("[Layer] public enum [|E|] { A }")]
    [InlineData("[Cell] public delegate void [|D|](int x);")]
    [InlineData("[Training] public partial interface [|I|] { }")]
    [InlineData("[Functions] public enum [|E|] : byte { A }")]
    public void No_class_at_all(string declaration) => Diagnose.Beside(declaration, "CS0592", "RNN018");

    [Fact]
    public void A_static_layer() =>
        Diagnose.Beside(
            "[Layer] public static partial class [|M|] { public static Vec<Value> Forward(Vec<Value> x) => x; }",
            "RNN018"
        );

    [Fact]
    public void A_class_inside_a_generic_one() =>
        Diagnose.Beside(
            """
            public partial class Outer<T> where T : IDim
            {
                [Layer] public partial class [|M|] { Dense<T, T> d; public Vec<T> Forward(Vec<T> x) => d.Apply(x); }
            }
            """,
            "RNN018"
        );

    [Fact]
    public void A_line_that_debuggers_do_not_show_has_its_errors() =>
        Diagnose.Beside(
            """
            #line hidden
            [Layer]
            public partial class M
            {
                Dense<Value, Value> d;
                public Vec<Value> Forward(Vec<Value> x) => d.Apply(x) * [|x[0]|];
            }
            """,
            "RNN002"
        );

    [Fact]
    public void A_definition_that_the_user_wrote() =>
        Diagnose.Beside(
            $$"""
            [Layer, [|Definition("rnndsl 1")|]] public partial class M { {{Members}} }
            [Layer] public partial class User { M m; public Vec<Value> Forward(Vec<Value> x) => m.Forward(x); }
            """,
            "RNN056"
        );

    [Theory]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    [InlineData(LanguageVersion.CSharp13, "13.0")]
    public void A_project_of_an_older_version_of_CSharp(LanguageVersion version, string shown)
    {
        var source = $$"""[Layer] public partial class M { {{Members}} }""";
        var build = Build.Of(Compilations.Of(source, Lowering.Dims).As(version)).AssertSound();

        var said = Assert.Single(build.Said, d => d.Id.StartsWith("RNN", StringComparison.Ordinal));
        Assert.Equal("RNN063", said.Id);
        Assert.Contains(
            $"'M' is C# 14, and the project is compiled as C# {shown}",
            said.GetMessage(),
            StringComparison.Ordinal
        );
        Assert.Empty(build.Files);
        Assert.Empty(Build.Of(Compilations.Of(source, Lowering.Dims).As(LanguageVersion.CSharp14)).AssertSound().Said);
    }
}
