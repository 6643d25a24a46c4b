namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Constructs that equations do not support: one diagnostic, at the offending token.</summary>
public sealed class UnsupportedTests
{
    private const string Head = """
        public static class Outside
        {
            public static Vec<D> Twice<D>(Vec<D> x) where D : IDim => x + x;
            public static readonly float Rate = 0.1f;
            public static float Setting { get; set; }
        }

        [Cell]
        public partial class Rnn<X, H> where X : IDim where H : IDim
        {
            Mat<H, X> W;
            [State] Vec<H> h;

        """;

    [Theory]
    [InlineData("[|if|] (true) { h = W * x; } h = W * x + h; return h;")]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { } h = W * x + h; return h;")]
    [InlineData("[|foreach|] (var i in new int[3]) { } h = W * x + h; return h;")]
    [InlineData("[|{|] h = W * x + h; } return h;")]
    [InlineData("[|try|] { h = W * x + h; } finally { } return h;")]
    [InlineData("[|throw|] new System.Exception();")]
    [InlineData("[|lock|] (this) { } h = W * x + h; return h;")]
    [InlineData("h = W * x + h; return h [|switch|] { _ => h };")]
    public Task A_statement_outside_the_language(string body) =>
        Diagnose.Only("RNN002", Head + "Vec<H> Step(Vec<X> x) { " + body + " } }");

    [Theory]
    [InlineData("h = W * x + (true [|?|] h : h)")]
    [InlineData("h = W * x + h * x.[|Length|]")]
    [InlineData("h = W * [|new|] Vec<X>(x.ToArray()) + h")]
    [InlineData("h = W * x + Sum(h) * [|h[0]|]")]
    [InlineData("h = W * x + [|default(Vec<H>)|] + h")]
    [InlineData("h = W * x + Outside.[|Twice|](h)")]
    [InlineData("h = W * x + h * Outside.[|Rate|]")]
    [InlineData("h = W * x + h * Outside.[|Setting|]")]
    [InlineData("h = W * x + h * System.MathF.[|Exp|]((float)Sum(h))")]
    [InlineData("h = W * x + h * [|(float)Sum(h)|]")]
    [InlineData("h = W * x + h; [|Sigmoid|](h)")]
    [InlineData("System.Func<Vec<H>, Vec<H>> f = a [|=>|] a; h = W * x + h")]
    public Task An_expression_outside_the_language(string equation) =>
        Diagnose.Only("RNN002", Head + "Vec<H> Step(Vec<X> x) { " + equation + "; return h; } }");

    [Fact]
    public Task An_assignment_to_a_parameter() =>
        Diagnose.Only("RNN002", Head + "Vec<H> Step(Vec<X> x) { var V = W; [|W|] = V; h = W * x + h; return h; } }");

    [Fact]
    public Task A_call_for_its_effect() =>
        Diagnose.Only(
            "RNN002",
            Head + "Vec<H> Step(Vec<X> x) { System.Console.[|WriteLine|](); h = W * x + h; return h; } }"
        );

    [Fact]
    public Task A_generated_member() =>
        Diagnose.Only(
            "RNN016",
            Head + "Vec<H> Step(Vec<X> x) { h = W * x + [|Scan|](default(Seq<X>)).Last; return h; } }"
        );

    [Fact]
    public async Task The_message_says_what_to_write_instead()
    {
        var message = await Diagnose.Only(
            "RNN002",
            Head + "Vec<H> Step(Vec<X> x) { h = W * x + Outside.[|Twice|](h); return h; } }"
        );
        Assert.Equal(
            "A call of 'Twice' is not part of the language of equations; mark 'Outside' with [Functions] and make it"
                + " partial, or write a private method",
            message
        );
    }
}
