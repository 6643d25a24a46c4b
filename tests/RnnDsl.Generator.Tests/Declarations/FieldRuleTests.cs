namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>W3, C9, C26, C27: fields that look as if they said something. All other classes live.</summary>
public sealed class FieldRuleTests
{
    private const string Head = "[Cell] public partial class C<X, H> where X : IDim where H : IDim { ";
    private const string Step = " [State] Vec<H> h; Vec<H> Step(Vec<X> x) { h = Tanh(W * x + h); return h; } }";

    // W3
    [Theory]
    [InlineData("readonly Mat<H, X> W [|=|] new(new float[4], 2, 2);")]
    [InlineData("Mat<H, X> W [|=|] default;")]
    public void A_parameter_with_an_initialiser(string field)
    {
        var message = Diagnose.Beside(Head + field + Step, "RNN043");
        Assert.Contains("[Init(...)] says how a parameter begins", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_with_an_initialiser()
    {
        var message = Diagnose.Beside(
            Head
                + "Mat<H, X> W; [State] Vec<H> h [|=|] Vec<H>.Zero(3); Vec<H> Step(Vec<X> x) { h = W * x + h; return h; } }",
            "RNN043"
        );
        Assert.Contains("'from: new(...)'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lstm<Value, Hidden> c [|=|] new(1, 3, 7);")]
    [InlineData("Lstm<Value, Hidden> c [|=|] null!;")]
    public void A_cell_with_an_initialiser(string field) =>
        Diagnose.Beside(
            $$"""[Layer] public partial class M { {{field}} public Vec<Hidden> Forward(Seq<Value> xs) => c.Scan(xs).Last; }""",
            "RNN043"
        );

    [Theory]
    [InlineData("Vec<Two> b [|=|] new(1.0, 2.0); readonly Mat<Two, Two> A; [State] Vec<Two> h;")]
    [InlineData("Vec<Two> b; readonly Mat<Two, Two> A [|=|] new(new double[,]{{1,0},{0,1}}); [State] Vec<Two> h;")]
    [InlineData("Vec<Two> b; readonly Mat<Two, Two> A; [State] Vec<Two> h [|=|] new(1.0, 1.0);")]
    public void The_initialisers_of_the_case(string fields) =>
        Diagnose.Beside(
            "[Dim(2)] public readonly struct Two : IDim; [Cell] public partial class C { "
                + fields
                + " Vec<Two> Step(Vec<Two> x) { h = A * h + x + b; return h; } }",
            "RNN043"
        );

    [Fact]
    public void An_array_of_layers_with_an_initialiser() =>
        Diagnose.Beside(
            """
            [Layer]
            public partial class M
            {
                [Count(2)] Dense<Value, Value>[] all [|=|] new Dense<Value, Value>[2];
                public Vec<Value> Forward(Vec<Value> x) => all[1].Apply(all[0].Apply(x));
            }
            """,
            "RNN043"
        );

    [Fact]
    public void A_model_with_an_initialiser() =>
        Diagnose.Beside(
            """
            [Training]
            public partial class T
            {
                Beside.Model model [|=|] new();
                Scalar Loss(Seq<Value> xs, Vec<Value> y) => MeanSquaredError(model.Forward(xs), y);
            }
            """,
            "RNN043"
        );

    [Fact]
    public void Only_the_field_of_several_that_has_one() =>
        Diagnose.Beside(
            Head
                + "Mat<H, X> W, V [|=|] default; [State] Vec<H> h; Vec<H> Step(Vec<X> x) { h = W * x + V * x + h; return h; } }",
            "RNN043"
        );

    // C9
    [Theory]
    [InlineData("Mat<H, X> [|W|] { get; }")]
    [InlineData("Mat<H, X> [|W|] { get; set; }")]
    [InlineData("public Mat<H, X> [|W|] { get; private set; }")]
    [InlineData("Dense<X, H>? [|W|] { get; }")]
    public void A_property_in_the_place_of_a_field(string property)
    {
        var step = property.Contains("Dense", StringComparison.Ordinal)
            ? Step.Replace("W * x", "W!.Apply(x)", StringComparison.Ordinal)
            : Step;
        var message = Diagnose.Beside(Head + property + step, "RNN044");
        Assert.Contains("are fields", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_computes_is_said_where_it_is_used()
    {
        var message = Diagnose.Beside(
            Head
                + "Mat<H, X> W; Vec<H> b; public Vec<H> Twice => b + b; [State] Vec<H> h;"
                + "Vec<H> Step(Vec<X> x) { h = W * x + h + [|Twice|] + b; return h; } }",
            "RNN002"
        );
        Assert.Contains("private methods", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_no_equation_uses_is_the_users_own() =>
        Diagnose.Beside(
            "[Layer] public partial class M { Dense<Value, Value> d; public int Count => 3; public string Name { get; set; } = \"\";"
                + " public Vec<Value> Forward(Vec<Value> x) => d.Apply(x); }"
        );

    [Theory]
    [InlineData("public class C", "mark 'C' with [Cell] and make it partial")]
    [InlineData("public partial class C", "mark 'C' with [Cell]")]
    public void A_cell_without_its_mark(string header, string instead)
    {
        var message = Diagnose.Beside(
            $$"""
            {{header}} { public float n = 1; Vec<Value> Step(Vec<Value> x) => x * n; }
            [Layer] public partial class M { [|C|] c; public Vec<Value> Forward(Seq<Value> xs) => xs.Last; }
            """,
            "RNN011"
        );
        Assert.EndsWith("; " + instead, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_without_its_mark()
    {
        var message = Diagnose.Beside(
            """
            public class L { public Vec<Value> Apply(Vec<Value> x) => x; }
            [Training]
            public partial class T { [|L|] model; Scalar Loss(Vec<Value> x, Vec<Value> y) => Sum(model.Apply(x) - y); }
            """,
            "RNN011"
        );
        Assert.EndsWith("; mark 'L' with [Layer] and make it partial", message, StringComparison.Ordinal);
    }

    // C26
    [Theory]
    [InlineData("double.NaN")]
    [InlineData("double.PositiveInfinity")]
    [InlineData("-1.0 / 0")]
    [InlineData("1e39")]
    [InlineData("-1e300")]
    public void An_initial_value_that_is_not_finite(string value) =>
        Diagnose.Beside(Head + $"[Init([|{value}|])] Mat<H, X> W;" + Step, "RNN054");

    [Theory]
    [InlineData("Initializer.Uniform, [|double.NaN|]")]
    [InlineData("Initializer.Normal, [|value: double.NegativeInfinity|]")]
    [InlineData("[|(Initializer)99|]")]
    [InlineData("[|(Initializer)(-1)|], 2")]
    public void An_initializer_that_there_is_not(string arguments) =>
        Diagnose.Beside(Head + $"[Init({arguments})] Mat<H, X> W;" + Step, "RNN054");

    // C27
    [Fact]
    public void A_pointer_as_a_dim_is_left_to_the_compiler() =>
        Diagnose.Beside(
            "[Layer] public partial class M { Vec<int*> d; public Vec<Value> Forward(Vec<Value> x) => x; }",
            "CS0214",
            "CS0306"
        );

    [Theory]
    [InlineData("int")]
    [InlineData("string")]
    public void A_dim_that_is_none_is_left_to_the_compiler(string type)
    {
        var code = type == "int" ? "CS0315" : "CS0311";
        Diagnose.Beside(
            $$"""[Layer] public partial class M { Dense<{{type}}, Value> d; public Vec<Value> Forward(Vec<Value> x) => x; }""",
            code
        );
    }

    [Fact]
    public void What_is_obsolete_is_said_in_the_users_files_alone() =>
        Diagnose.Beside(
            """
            [Obsolete] [Dim(3)] public readonly struct Old : IDim;
            [Layer]
            public partial class M
            {
                [Obsolete("use e")] Dense<Value, Value> d;
                public Vec<Value> Forward(Vec<Value> x) => d.Apply(x);
            }
            [Layer]
            public partial class N
            {
                Dense<Old, Value> d;
                public Vec<Value> Forward(Vec<Value> x) => d.Apply(Zero()) + x;
                Vec<Old> Zero() => z;
                Vec<Old> z;
            }
            """,
            "CS0618",
            "CS0612",
            "CS0612",
            "CS0612"
        );

    [Fact]
    public void A_method_that_generated_members_call_and_nothing_may() =>
        Diagnose.Beside(
            "[Layer] public partial class M { Dense<Value, Value> d; public Vec<Value> Forward(Vec<Value> x) => d.Apply(x);"
                + " [Obsolete(\"\", true)] public Vec<Value> [|Old|](Vec<Value> x) => d.Apply(x); }",
            "RNN057"
        );

    [Fact]
    public void A_step_that_generated_members_call_and_nothing_may() =>
        Diagnose.Beside(
            Head
                + "Mat<H, X> W; [State] Vec<H> h; [Obsolete(\"\", error: true)] Vec<H> [|Step|](Vec<X> x) { h = W * x + h; return h; } }",
            "RNN057"
        );

    [Theory]
    [InlineData("[Obsolete(\"\", true)] Dense<Value, Value> [|d|];")]
    [InlineData("[Obsolete(\"\", error: true)] Vec<Value> [|d|];")]
    public void A_field_that_nothing_may_use(string field) =>
        Diagnose.Beside(
            $$"""[Layer] public partial class M { {{field}} Vec<Value> w; public Vec<Value> Forward(Vec<Value> x) => w * x; }""",
            "RNN057"
        );
}
