using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Settings that are wrong, and what the constructors of right ones take.</summary>
public class SettingDiagnosticTests
{
    [Fact]
    public Task A_default_is_a_constant() =>
        Diagnose.Only("RNN043", Cell("readonly float dt [|=|] System.MathF.Sqrt(2);"));

    [Fact]
    public Task A_default_is_finite() => Diagnose.Only("RNN043", Cell("readonly float dt [|=|] float.NaN;"));

    [Fact]
    public async Task A_number_that_changes_is_no_setting()
    {
        var message = await Diagnose.Only("RNN011", Cell("[|float|] dt;"));
        Assert.Contains("a setting, 'readonly float dt'", message, StringComparison.Ordinal);
    }

    [Fact]
    public Task One_that_no_equation_reads() => Diagnose.Only("RNN008", Cell("readonly float dt = 1, [|slope|] = 2;"));

    [Fact]
    public async Task A_with_of_a_setting_that_the_class_lacks()
    {
        var message = await Diagnose.Only("RNN070", Cell("readonly float dt;") + Net("[[|With(\"step\", 1)|]]"));
        Assert.Equal("The [With] of 'cell' names 'step', and 'Leaky' has the settings dt", message);
    }

    [Theory]
    [InlineData("public double [|Beta|] { get; set; }", "its type is float")]
    [InlineData(
        "public float Beta { get; set; } [Setting] float [|device|] { get; set; }",
        "has another member of that name"
    )]
    [InlineData("public float [|Beta|] { get; }", "it has both accessors")]
    [InlineData("public float [|Beta|] { get; init; }", "it has both accessors")]
    [InlineData("public float [|Beta|] { get => 1; set { } }", "it has both accessors")]
    [InlineData("public float [|Beta|] => 1;", "it has both accessors")]
    [InlineData("public static float [|Beta|] { get; set; }", "it is not static")]
    [InlineData("public float [|Beta|] { get; set; } = System.MathF.Sqrt(2);", "its initialiser is a finite constant")]
    [InlineData("public float [|Beta|] { get; set; } = float.NaN;", "its initialiser is a finite constant")]
    public async Task A_property_that_is_no_setting_of_a_training(string property, string way)
    {
        var message = await Diagnose.Only("RNN078", Training("[Setting] " + property));
        Assert.Contains(way, message, StringComparison.Ordinal);
        Assert.Contains("[Setting] public float Beta { get; set; } = 1;", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_changes_in_a_cell()
    {
        var message = await Diagnose.Only(
            "RNN078",
            Cell("readonly float dt; [Setting] public float [|Beta|] { get; set; }")
        );
        Assert.Contains("a cell or a layer has 'readonly float' fields", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Setting] public float Beta { get; set; } = 1 / 4f;")]
    [InlineData("[Setting] internal float Beta { get; set; }")]
    [InlineData("[Setting] float Beta { get; set; } = 2;")]
    [InlineData(
        "[Setting] public float Beta { get; set; } [Setting] public float @event { get; set; } [Setting] public float x { get; set; } = -1e30f;"
    )]
    public Task A_setting_of_a_training(string properties) => Diagnose.Nothing(Training(properties));

    [Fact]
    public Task An_argument_of_the_name_of_a_setting_hides_it() =>
        Diagnose.Nothing(
            Training("[Setting] public float Beta { get; set; } = 3;")
                .Replace(
                    "Vec<Value> x, Vec<Value> y",
                    "Vec<Value> x, Vec<Value> y, Scalar Beta",
                    StringComparison.Ordinal
                )
                .Replace("=> Beta *", "=> (Beta + this.Beta) *", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("", "new Net(cells: 3, dt: 0.5f)")]
    [InlineData("[With(\"dt\", 2)]", "new Net(cells: 3)")]
    [InlineData("[With(\"dt\", \"speed\")]", "new Net(cells: 3, speed: 0.5f)")]
    public void The_outer_constructor_takes_what_nothing_fixes(string with, string creation)
    {
        var build = Build.Of(
            Cell("readonly float dt;")
                + Net(with)
                + $"public static class Use {{ public static Net Make() => {creation}; }}"
        );
        Assert.Empty(build.Ids);
    }

    [Fact]
    public void Fields_of_one_setting_with_two_defaults_leave_the_number_to_the_caller()
    {
        const string Two = """
            public readonly struct Cells : IDim;

            [Layer]
            public partial class Fast { readonly float rate = 2; public Vec<Cells> Apply(Vec<Cells> x) => rate * x; }

            [Layer]
            public partial class Slow { readonly float rate = 1; public Vec<Cells> Apply(Vec<Cells> x) => rate * x; }

            [Layer]
            public partial class Both
            {
                Fast fast;
                Slow slow;
                Vec<Cells> b;
                public Vec<Cells> Apply(Vec<Cells> x) => fast.Apply(slow.Apply(x)) + b;
            }

            public static class Use { public static Both Make() => new Both(cells: 3{0}); }
            """;
        Assert.Equal(["CS1729"], Build.Of(Two.Replace("{0}", "", StringComparison.Ordinal)).Ids);
        Assert.Empty(Build.Of(Two.Replace("{0}", ", rate: 3", StringComparison.Ordinal)).Ids);
    }

    private static string Training(string properties) =>
        $$"""
            [Layer]
            public partial class Model { Dense<Value, Value> head; public Vec<Value> Forward(Vec<Value> x) => head.Apply(x); }

            [Training]
            public partial class Fitting
            {
                Model model;

                {{properties}}

                Scalar Loss(Vec<Value> x, Vec<Value> y) => Beta * MeanSquaredError(model.Forward(x), y);
            }

            """;

    private static string Cell(string settings) =>
        $$"""
            [Cell]
            public partial class Leaky<H> where H : IDim
            {
                {{settings}}
                Mat<H, H> W;
                [State] Vec<H> h;
                Vec<H> Step(Vec<H> x) { h = h + dt * (Tanh(W * h + x) - h); return h; }
            }

            """;

    private static string Net(string attributes) =>
        $$"""
            public readonly struct Cells : IDim;

            [Layer]
            public partial class Net
            {
                {{attributes}} Leaky<Cells> cell;
                public Vec<Cells> Forward(Seq<Cells> xs) => cell.Scan(xs).Last;
            }

            """;
}
