using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class TokenInputTests
{
    private static readonly RowBuffer Target = NewTarget();

    [Fact]
    public void Tokens_go_step_by_step_into_their_row()
    {
        var target = NewTarget();
        TokenInput.CopySequence([4, 0], 5, target, row: 1, steps: 2, "words", 0);
        Assert.Equal((4, 0, 0), (target.At(0).Token(1), target.At(1).Token(1), target.At(0).Token(0)));
        TokenInput.Copy(3, 5, target, row: 0, "word", 0);
        Assert.Equal(3, target.At(0).Token(0));
    }

    [Fact]
    public void The_largest_token_of_the_largest_vocabulary_is_exact()
    {
        var target = NewTarget();
        var last = TokenInput.LargestVocabulary - 1;
        TokenInput.Copy(last, TokenInput.LargestVocabulary, target, row: 0, "word", 0);
        Assert.Equal(last, target.At(0).Token(0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void A_token_outside_of_its_vocabulary_is_named(int token)
    {
        Throws(
            $"Example 7: 'word' is {token}, expected 0 to 4: the vocabulary has 5 tokens.",
            () => TokenInput.Copy(token, 5, Target, 0, "word", 7)
        );
        Throws(
            $"Example 7: 'words' is {token} at step 1, expected 0 to 4: the vocabulary has 5 tokens.",
            () => TokenInput.CopySequence([0, token], 5, Target, 0, 2, "words", 7)
        );
    }

    [Fact]
    public void A_sequence_of_another_length_is_named() =>
        Throws(
            "Example 2: 'words' has 1 steps, expected 2, as the example's first sequence.",
            () => TokenInput.CopySequence([0], 5, Target, 0, 2, "words", 2)
        );

    [Fact]
    public void A_vocabulary_that_floats_cannot_count_is_refused() =>
        Throws(
            "The vocabulary of 'word' has 16777217 tokens; a program takes at most 16777216.",
            () => TokenInput.Copy(0, TokenInput.LargestVocabulary + 1, Target, 0, "word", 0)
        );

    private static void Throws(string message, Action action) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static RowBuffer NewTarget()
    {
        var target = new RowBuffer(BufferSlots.Steps, 1);
        target.Reserve(Lengths.Equal(2, 2));
        return target;
    }
}
