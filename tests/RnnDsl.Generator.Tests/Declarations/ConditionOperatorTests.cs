namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Operators of conditions on masks and numbers: the error has the way out, in the words of the equation.</summary>
public sealed class ConditionOperatorTests
{
    private const string Cell =
        "[Cell] public partial class C<X> where X : IDim { Mat<X, X> U; Vec<X> b; [State] Vec<X> h; "
        + "Vec<X> Step(Vec<X> x) { var s = Sum(x); var t = Sum(h); ";

    [Theory]
    [InlineData("b [|==|] x", "CS0019", "'Abs(b - x) < 1e-6f'")]
    [InlineData("b + x [|!=|] h", "CS0019", "'Abs((b + x) - h) >= 1e-6f'")]
    [InlineData("(b > 0) [|&|] (x > 0)", "CS0019", "'(b > 0) * (x > 0)'")]
    [InlineData("b > 0 [|&&|] x > 0", "CS0019", "'(b > 0) * (x > 0)'")]
    [InlineData("(b > 0) [|||] (x > 0)", "CS0019", "'Max((b > 0), (x > 0))'")]
    [InlineData("b > 0 [|^|] x > 0", "CS0019", "'Abs((b > 0) - (x > 0))'")]
    [InlineData("[|!|](b > 0)", "CS0023", "'1 - (b > 0)'")]
    [InlineData("s == t [|&&|] s > t", "CS0019", "'(s == t) * (s > t)'")]
    public void An_operator_of_conditions_as_a_mask(string mask, string code, string instead)
    {
        var message = Diagnose.Beside(
            Cell + "h = U * h + b + Where(" + mask + ", x, b); return h; } }",
            code,
            "RNN002"
        );
        Assert.Contains(instead, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_of_numbers_as_a_mask()
    {
        var message = Diagnose.Beside(
            Cell + "h = U * h + b + Where(s [|==|] t, s, t) * x; return h; } }",
            "CS1503",
            "RNN002"
        );
        Assert.Contains("'Abs(s - t) < 1e-6f'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_that_is_a_bool_in_csharp()
    {
        var message = Diagnose.Beside(Cell + "var same = s [|==|] t; h = U * h + b + x; return h; } }", "RNN002");
        Assert.Contains("'Abs(s - t) < 1e-6f'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Concat(x, [|s|])", "'s * one'")]
    [InlineData("Concat([|s + t|], x)", "'(s + t) * one'")]
    public void A_number_beside_a_vector(string equation, string instead)
    {
        var message = Diagnose.Beside(
            "[Cell] public partial class C<X> where X : IDim { Mat<X, Cat<X, Hidden>> U; Vec<X> b; [State] Vec<X> h; "
                + "Vec<X> Step(Vec<X> x) { var s = Sum(x); var t = Sum(h); h = U * "
                + equation
                + " + b; return h; } }",
            "CS0411",
            "RNN002"
        );
        Assert.Contains(instead, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("readonly int k = 3;", "'readonly float k'")]
    [InlineData("readonly double k = 3;", "'readonly float k'")]
    [InlineData("long k;", "'readonly float k'")]
    public void A_number_that_is_no_float(string field, string instead)
    {
        var type = field.Replace("readonly ", "", StringComparison.Ordinal).Split(' ')[0];
        var marked = field.Replace(type, $"[|{type}|]", StringComparison.Ordinal);
        var message = Diagnose.Beside(
            "[Cell] public partial class C<X> where X : IDim { "
                + marked
                + " Mat<X, X> U; [State] Vec<X> h; Vec<X> Step(Vec<X> x) { h = U * h + x; return h; } }",
            "RNN011"
        );
        Assert.Contains(instead, message, StringComparison.Ordinal);
    }
}
