namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Each error of a cell: one diagnostic, at the token, and no other.</summary>
public sealed class CellDiagnosticTests
{
    private const string Head = """
        [Cell]
        public partial class Rnn<X, H> where X : IDim where H : IDim
        {
            Mat<H, X> W;
            [State] Vec<H> h;

        """;

    [Fact]
    public Task A_cell_without_errors_compiles_in_silence() =>
        Diagnose.Nothing(Head + "Vec<H> Step(Vec<X> x) { h = Tanh(W * x + h); return h; } }");

    [Fact]
    public Task A_class_that_is_not_partial() =>
        Diagnose.Only(
            "RNN001",
            """
            [Cell]
            public class [|Rnn|]<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
            }
            """
        );

    [Fact]
    public Task A_state_that_is_never_assigned() =>
        Diagnose.Only(
            "RNN003",
            """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h, [|c|];
                Vec<H> Step(Vec<X> x) { h = W * x + h + c; return h; }
            }
            """
        );

    [Fact]
    public Task A_state_that_is_assigned_twice() =>
        Diagnose.Only("RNN004", Head + "Vec<H> Step(Vec<X> x) { h = W * x; [|h|] = Tanh(h); return h; } }");

    [Fact]
    public Task A_cell_without_a_step() =>
        Diagnose.Only(
            "RNN005",
            """
            [Cell]
            public partial class [|Rnn|]<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
            }
            """
        );

    [Fact]
    public async Task A_step_that_returns_nothing()
    {
        var message = await Diagnose.Only("RNN006", Head + "[|void|] Step(Vec<X> x) { h = W * x; } }");
        Assert.StartsWith("'Step' returns nothing;", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vec<H> [|Step|]() { h = Tanh(h); return h; }")]
    [InlineData("Vec<H> Step(Vec<X> x, [|Mat<H, X>|] V) { h = W * x + V * x; return h; }")]
    [InlineData("Vec<H> Step(Vec<X> x, [|float|] gap) { h = W * x * gap; return h; }")]
    [InlineData("Vec<H> Step(Vec<X> x, [|Scalars|] gaps) { h = W * x * gaps.Last; return h; }")]
    [InlineData("Vec<H> Step([|Seq<X>|] xs) { h = W * xs.Last; return h; }")]
    [InlineData("Vec<H> Step(in [|Vec<X>|] x) { h = W * x; return h; }")]
    [InlineData("[|double|] Step(Vec<X> x) { h = W * x; return 1; }")]
    public Task A_step_with_other_types(string step) => Diagnose.Only("RNN006", Head + step + "}");

    [Fact]
    public Task A_cell_without_a_state() =>
        Diagnose.Only(
            "RNN007",
            """
            [Cell]
            public partial class [|Rnn|]<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                Vec<H> Step(Vec<X> x) => W * x;
            }
            """
        );

    [Fact]
    public Task A_parameter_that_is_never_used() =>
        Diagnose.Only(
            "RNN008",
            """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                Vec<H> [|b|];
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
            }
            """
        );

    [Fact]
    public Task A_parameter_that_only_an_unused_value_uses() =>
        Diagnose.Only(
            "RNN008",
            """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                Vec<H> [|b|];
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { var dead = Tanh(b); h = W * x + h; return h; }
            }
            """
        );

    [Theory]
    [InlineData("Vec<H> Step(Vec<X> x) { var a = W * x; [|a|] = Tanh(a); h = a; return h; }")]
    [InlineData("Vec<H> Step(Vec<X> x) { [|x|] = Tanh(x); h = W * x; return h; }")]
    [InlineData("Vec<H> Step(Vec<X> x) { var a = W * x; [|a|] += h; h = a; return h; }")]
    public Task A_local_that_is_assigned_again(string step) => Diagnose.Only("RNN009", Head + step + "}");

    [Theory]
    [InlineData("Seq<H>")]
    [InlineData("float")]
    public Task A_state_that_is_no_vector(string type) =>
        Diagnose.Only(
            "RNN010",
            $$"""
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
                [State] [|{{type}}|] s;
                Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
            }
            """
        );

    [Theory]
    [InlineData("[|float|] rate = 0.1f;")]
    [InlineData("[|Seq<H>|] xs;")]
    [InlineData("[|Scalars|] s;")]
    [InlineData("static [|Mat<H, X>|] V;")]
    [InlineData("[|string|] name = \"\", other = \"\";")]
    public Task A_field_that_equations_cannot_have(string field) =>
        Diagnose.Only("RNN011", Head + field + "Vec<H> Step(Vec<X> x) { h = W * x + h; return h; } }");

    [Fact]
    public Task An_equation_that_uses_a_field_with_an_error_says_nothing_more() =>
        Diagnose.Only(
            "RNN011",
            Head + "[|float|] rate = 0.1f; Vec<H> Step(Vec<X> x) { h = W * x * rate; return h; } }"
        );

    [Fact]
    public Task A_dim_that_nothing_fixes() =>
        Diagnose.Only(
            "RNN012",
            """
            [Cell]
            public partial class Rnn<X, H, [|Z|]> where X : IDim where H : IDim where Z : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
            }
            """
        );

    [Fact]
    public Task A_class_inside_a_type_that_is_not_partial() =>
        Diagnose.Only(
            "RNN017",
            """
            public static class [|Models|]
            {
                [Cell]
                public partial class Rnn<X, H> where X : IDim where H : IDim
                {
                    Mat<H, X> W;
                    [State] Vec<H> h;
                    Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
                }
            }
            """
        );

    [Theory]
    [InlineData("abstract partial class")]
    [InlineData("partial record")]
    public Task A_class_of_another_kind(string kind) =>
        Diagnose.Only(
            "RNN018",
            $$"""
            [Cell]
            public {{kind}} [|Rnn|]<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
            }
            """
        );

    [Fact]
    public Task A_type_parameter_that_is_no_dim() =>
        Diagnose.Only(
            "RNN019",
            """
            [Cell]
            public partial class Rnn<X, H, [|T|]> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
            }
            """
        );

    [Fact]
    public Task Two_steps() =>
        Diagnose.Only(
            "RNN020",
            Head
                + "Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }"
                + "Vec<H> [|Step|](Vec<X> x, Vec<H> y) { h = W * x + y; return h; } }"
        );

    [Fact]
    public Task A_helper_that_calls_itself() =>
        Diagnose.Only(
            "RNN023",
            Head + "Vec<H> Step(Vec<X> x) { h = Twice(W * x); return h; } Vec<H> Twice(Vec<H> a) => [|Twice(a)|] + a; }"
        );

    [Fact]
    public Task Dims_that_become_the_same_argument() =>
        Diagnose.Only(
            "RNN024",
            """
            public readonly struct x : IDim;
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                Vec<x> [|b|];
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> a) { h = W * a + h * Sum(b); return h; }
            }
            """
        );

    [Fact]
    public Task A_state_that_a_helper_assigns() =>
        Diagnose.Only(
            "RNN027",
            Head + "Vec<H> Step(Vec<X> x) => Next(W * x); Vec<H> Next(Vec<H> a) { [|h|] = a; return a; } }"
        );

    [Fact]
    public Task An_initial_value_of_a_state() =>
        Diagnose.Only(
            "RNN028",
            """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State, Init(1)] Vec<H> [|h|];
                Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
            }
            """
        );

    [Fact]
    public Task A_constructor() =>
        Diagnose.Only("RNN029", Head + "public [|Rnn|]() { } Vec<H> Step(Vec<X> x) { h = W * x + h; return h; } }");

    [Theory]
    [InlineData("public Seq<H> [|Scan|](Seq<X> xs) => default;")]
    [InlineData("public int [|Parameters|] => 3;")]
    [InlineData("public readonly record struct [|Sizes|](int X);")]
    public Task A_member_with_the_name_of_a_generated_one(string member) =>
        Diagnose.Only("RNN031", Head + member + "Vec<H> Step(Vec<X> x) { h = W * x + h; return h; } }");

    [Fact]
    public async Task Several_errors_are_said_at_once()
    {
        var all = await Diagnose.All(
            Head + "Vec<H> Step(Vec<X> x) { var a = x; a = x; h = W * new Vec<X>(); return h; } }"
        );
        Assert.Equal(["RNN009", "RNN002"], all.Select(d => d.Id));
    }

    [Fact]
    public async Task What_the_compiler_rejects_is_left_to_it()
    {
        var all = await Diagnose.All(Head + "Vec<H> Step(Vec<X> x) { h = W * h; return h; } }");
        Assert.Equal(["CS0019"], all.Select(d => d.Id));
    }

    [Fact]
    public async Task A_pragma_silences_a_warning()
    {
        var source = """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
            #pragma warning disable RNN008
                Vec<H> b;
            #pragma warning restore RNN008
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }
            }
            """;
        await Diagnose.Nothing(source);
    }
}
