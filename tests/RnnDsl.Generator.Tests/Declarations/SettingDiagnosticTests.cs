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
