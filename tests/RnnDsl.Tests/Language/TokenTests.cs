using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Language;

public class TokenTests
{
    [Fact]
    public void A_debugger_shows_the_vocabulary_and_the_symbols()
    {
        Assert.Equal("Token<In>[7] 5", new Token<In>(5, 7).ToString());
        Assert.Equal("Tokens<In>[3 steps of 7] 5 0 2", new Tokens<In>([5, 0, 2], 7).ToString());
        Assert.EndsWith("1 ...", new Tokens<In>([.. Enumerable.Repeat(1, 20)], 7).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_has_no_symbol_outside_of_it()
    {
        var one = Assert.Throws<ArgumentOutOfRangeException>(() => new Token<In>(7, 7));
        Assert.Contains("A Token<In>[7] is a number from 0 to 6.", one.Message, StringComparison.Ordinal);
        var many = Assert.Throws<ArgumentOutOfRangeException>(() => new Tokens<In>([0, -1], 7));
        Assert.Contains("Step 1 of Tokens<In>[2 steps of 7]", many.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tokens<In>([0], 1)[1]);
        Assert.Throws<InvalidOperationException>(() => default(Tokens<In>).Last);
    }

    [Fact]
    public void A_token_picks_a_row()
    {
        var table = new Mat<In, State>([1.0, 2, 3, 4, 5, 6], rows: 3, columns: 2);
        Assert.Equal([3, 4], table[new Token<In>(1, 3)].ToArray());
        Assert.Equal([5, 6, 1, 2], table[new Tokens<In>([2, 0], 3)].ToArray());
        var error = Assert.Throws<ArgumentException>(() => table[new Token<In>(1, 4)]);
        Assert.Contains("[] between Mat<In, State>[3, 2] and Token<In>[4]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_hot_is_1_at_the_place_of_the_token()
    {
        var words = new Tokens<In>([2, 0], 3);
        Assert.Equal([0, 1, 0], OneHot(new Token<In>(1, 3)).ToArray());
        Assert.Equal([0, 0, 1, 1, 0, 0], OneHot(words).ToArray());
        Assert.Equal(2, Length(words).Value);
        Assert.Equal(0, words.Last.Index);
    }

    [Fact]
    public void Losses_by_token_are_those_of_its_one_hot_vector()
    {
        var logits = new Seq<In>([0.3, -2, 1.5, 4, 0, -1], width: 3);
        var labels = new Tokens<In>([2, 0], 3);
        Assert.Equal(CrossEntropy(logits[0], OneHot(labels[0])).Value, CrossEntropy(logits[0], labels[0]).Value, 1e-14);
        Assert.Equal(CrossEntropy(logits, OneHot(labels)).Value, CrossEntropy(logits, labels).Value, 1e-14);
        Assert.Equal(
            -Math.Log(0.25),
            NegativeLogLikelihood(new Vec<In>(Math.Log(0.75), Math.Log(0.25)), new(1, 2)).Value
        );
        Assert.Equal(
            (CrossEntropy(logits[0], labels[0]).Value + CrossEntropy(logits[1], labels[1]).Value) / 2,
            NegativeLogLikelihood(LogSoftmax(logits), labels).Value,
            1e-14
        );
    }

    [Fact]
    public void Cross_entropy_of_huge_logits_stays_finite() =>
        Assert.Equal(2e4, CrossEntropy(new Vec<In>(-1e4, 1e4), new Token<In>(0, 2)).Value);

    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(-2, 0.25)]
    [InlineData(800, 0)]
    public void Binary_cross_entropy_of_one_logit_is_that_of_a_vector_of_one(double logit, double target) =>
        Assert.Equal(
            BinaryCrossEntropy(new Vec<In>(logit), new Vec<In>(target)).Value,
            BinaryCrossEntropy((Scalar)logit, target).Value
        );
}
