namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>C9: common mistakes, with the suggested fix at the token, in addition to the compiler's message.</summary>
public sealed class WayOutTests
{
    private const string Cell =
        "[Cell] public partial class C<X> where X : IDim { Mat<X, X> U; Vec<X> b; [State] Vec<X> h; ";

    [Theory]
    [InlineData("[|static|] Vec<X> Step(Vec<X> x) => Tanh(x); }", new[] { "RNN006" })]
    [InlineData("internal [|static|] Vec<X> Step(Vec<X> x) => Tanh(b * x); }", new[] { "RNN006", "CS0120" })]
    public void A_step_that_is_static(string step, string[] ids)
    {
        var message = Diagnose.Beside(Cell + step, ids);
        Assert.StartsWith(
            "'Step' is static, and its equations use the fields of the cell;",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_loss_that_is_static() =>
        Diagnose.Beside(
            "[Training] public partial class T { Beside.Model m; [|static|] Scalar Loss(Vec<Value> x) => Sum(x); }",
            "RNN026"
        );

    [Fact]
    public void A_layer_whose_only_method_is_static() =>
        Diagnose.Beside(
            "[Layer] public partial class M { Dense<Value, Value> d; public [|static|] Vec<Value> Forward(Vec<Value> x) => x; }",
            "RNN026"
        );

    [Theory]
    [InlineData("Math.[|Tanh|](b + x)", "write 'Tanh(...)', the function of RnnDsl.Equations")]
    [InlineData("MathF.[|Exp|](x)", "write 'Exp(...)', the function of RnnDsl.Equations")]
    [InlineData("System.Math.[|Cbrt|](x)", "write the function of RnnDsl.Equations, or what it is made of")]
    public void A_function_of_numbers_on_a_vector(string equation, string instead)
    {
        var message = Diagnose.Beside(
            Cell + "Vec<X> Step(Vec<X> x) { h = U * h + b + " + equation + "; return h; } }",
            "RNN002",
            "CS1503"
        );
        Assert.EndsWith("; " + instead, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_of_a_cell_of_the_library() =>
        Diagnose.Beside(
            "[Layer] public partial class L { Lstm<Value, Hidden> c; public Vec<Hidden> Forward(Vec<Value> x) => c.[|Step|](x); }",
            "RNN016"
        );

    [Theory]
    [InlineData("Lstm<Value, Hidden> c; public Vec<Hidden> Forward(Seq<Value> x) => c.[|Apply|](x).Last;", "Scan")]
    [InlineData("Gru<Value, Hidden> c; public Vec<Hidden> Forward(Seq<Value> x) => c.[|Forward|](x).Last;", "Scan")]
    [InlineData("Dense<Value, Hidden> c; public Vec<Hidden> Forward(Vec<Value> x) => c.[|Forward|](x);", "'Apply'")]
    [InlineData("Dense<Value, Hidden> c; public Seq<Hidden> Forward(Seq<Value> x) => c.[|Scan|](x);", "'Apply'")]
    [InlineData("Beside.Model c; public Vec<Value> Other(Seq<Value> x) => c.[|Apply|](x);", "'Forward'")]
    public void A_member_that_another_framework_has(string members, string expected)
    {
        var message = Diagnose.Beside("[Layer] public partial class L { " + members + " }", "CS1061", "RNN016");
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_of_a_cell_beside_it()
    {
        var message = Diagnose.Beside(
            "[Layer] public partial class L { Beside.Cell<Value, Hidden> c; public Vec<Hidden> Forward(Vec<Value> x) => c.[|Step|](x); }",
            "RNN016"
        );
        Assert.EndsWith(
            "a cell is run by Scan, and Final gives its state after the last step",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Lstm<Word, Hidden> c; public Vec<Hidden> Forward(Tokens<Word> text) => c.Scan([|text|]).Last;")]
    [InlineData("Lstm<Word, Hidden> c; public Vec<Hidden> Forward(Tokens<Word> text) => c.Final([|text|]).h;")]
    [InlineData("Dense<Word, Hidden> d; public Vec<Hidden> Forward(Token<Word> text) => d.Apply([|text|]);")]
    public void Tokens_where_vectors_are_needed(string members)
    {
        var message = Diagnose.Beside("[Layer] public partial class L { " + members + " }", "CS1503", "RNN002");
        Assert.Contains(
            "'Embedding<Word, Features> words;' and 'words.Apply(text)'",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("'OneHot(text)'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_counted_from_the_end()
    {
        var message = Diagnose.Beside(
            "[Layer] public partial class L { Lstm<Value, Hidden> c; public Vec<Hidden> Forward(Seq<Value> x) => [|c.Scan(x)[^1]|]; }",
            "RNN002"
        );
        Assert.EndsWith("; write '.Last' for the last one", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("h [|*|] (U - U)", "write '(U - U) * h'", "CS0019")]
    [InlineData("h [|*|] U", "write 'U * h'", "CS0019")]
    [InlineData("(x + h) [|*|] U", "write 'U * (x + h)'", "CS0019")]
    public void A_product_that_is_the_wrong_way_round(string equation, string instead, string code)
    {
        var message = Diagnose.Beside(
            Cell + "Vec<X> Step(Vec<X> x) { h = b + " + equation + "; return h; } }",
            code,
            "RNN002"
        );
        Assert.Contains(instead, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[|Transpose|](Outer(x, x)) + Outer(x, x)")]
    [InlineData("Tanh(U - [|Transpose|](Outer(x, x)))")]
    [InlineData("Hadamard(U, [|Transpose|](Outer(x, x)))")]
    public void A_transposed_matrix_that_is_computed_with(string matrix)
    {
        var message = Diagnose.Beside(
            Cell + "Vec<X> Step(Vec<X> x) { h = (" + matrix + ") * h; return h; } }",
            "RNN002"
        );
        Assert.Contains("write 'Transpose(C) * x'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tanh(U [|*|] Outer(x, x))")]
    [InlineData("U + Hadamard(U, Outer(x, x) [|*|] U)")]
    public void A_product_with_a_matrix_of_the_example_that_is_computed_with(string matrix)
    {
        var message = Diagnose.Beside(
            Cell + "Vec<X> Step(Vec<X> x) { h = (" + matrix + ") * h; return h; } }",
            "RNN002"
        );
        Assert.Contains("write 'W * (C * x)'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_product_of_matrices_that_do_not_fit()
    {
        var message = Diagnose.Beside(
            Cell + "Mat<X, Value> V; Vec<X> Step(Vec<X> x) { h = V [|*|] U * (h + b); return h; } }",
            "CS0019",
            "RNN002"
        );
        Assert.Contains("A matrix of Value columns times one of X rows", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public [|Mat<Value, Value>|] Other(Vec<Value> x) => Outer(x, x);")]
    [InlineData("public Vec<Value> Other([|Mat<Value, Value>|] x, Vec<Value> y) => x * y;")]
    public void A_matrix_between_declarations(string method)
    {
        var message = Diagnose.Beside(
            "[Layer] public partial class L { Dense<Value, Value> d; " + method + " }",
            "RNN026"
        );
        Assert.Contains(
            "make it private: a private method takes and returns matrices",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("h = x > 0 [|?|] x : b; return h;", new[] { "CS0029", "RNN002" })]
    [InlineData("h = Sum(x) <= Sum(b) [|?|] x : b; return h;", new[] { "CS0029", "RNN002" })]
    [InlineData("[|if|] (Sum(x) > 0) { h = b; } return h;", new[] { "RNN002", "CS0029" })]
    public void A_comparison_as_a_condition(string statements, string[] ids)
    {
        var message = Diagnose.Beside(Cell + "Vec<X> Step(Vec<X> x) { " + statements + " } }", ids);
        Assert.Contains("write Where(a >= b, x, y)", message, StringComparison.Ordinal);
    }

    // The generator does not see generated members, so the compiler's first diagnostics of these differ.
    [Theory]
    [InlineData("var p = inner.[|Predict|](new float[1]);")]
    [InlineData("var p = inner.[|Dims|].Value;")]
    [InlineData("var p = inner.[|Parameters|].Count;")]
    [InlineData("var p = [|Stream|]();")]
    [InlineData("var p = [|Dims|];")]
    public void A_generated_member(string statement) =>
        Diagnose.Beside(
            $$"""
            [Layer]
            public partial class M
            {
                Inner inner;
                public Vec<Value> Forward(Vec<Value> x) { {{statement}} return inner.Apply(x); }
            }
            [Layer]
            public partial class Inner
            {
                Dense<Value, Value> d;
                public Vec<Value> Apply(Vec<Value> x) => d.Apply(x);
            }
            """,
            "RNN016"
        );

    [Fact]
    public void A_model_that_is_made_in_an_equation() =>
        Diagnose.Beside(
            "[Layer] public partial class M { Beside.Model m; public Vec<Value> Forward(Seq<Value> x) =>"
                + " m.Forward(x) + [|new|] Beside.Model(hidden: 3).Forward(x); }",
            "RNN002"
        );

    [Theory]
    [InlineData("Beside.Model.Streaming")]
    [InlineData("Beside.Model.Sizes")]
    public void A_generated_type_of_a_field(string type) =>
        Diagnose.Beside(
            $$"""[Layer] public partial class M { Beside.Model m; [|{{type}}|] s; public Vec<Value> Forward(Seq<Value> x) => m.Forward(x); }""",
            "RNN011"
        );

    [Fact]
    public void What_has_no_way_out_is_left_to_the_compiler() =>
        Diagnose.Beside(Cell + "Vec<X> Step(Vec<X> x) { h = U * x + b + y; return h; } }", "CS0103");
}
