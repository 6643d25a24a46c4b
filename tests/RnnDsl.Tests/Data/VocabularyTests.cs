using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

public sealed class VocabularyTests
{
    [Fact]
    public void SymbolsStandByCountAndThenInOrdinalOrder()
    {
        var words = new VocabularyBuilder(Tokenization.Words).Add("b a c").Add(" b\ta  b\u00A0Z ").Build();
        Assert.Equal(["b", "a", "Z", "c"], words.Symbols);
        Assert.Equal([3, 2, 1, 1], Counts(words));
        Assert.Null(words.Unknown);
        Assert.Equal([3, 0, 0], words.Encode("c b b"));
        Assert.Equal("c b b", words.Decode([3, 0, 0]));
    }

    [Fact]
    public void TheOrderOfTheTextsDoesNotMatter()
    {
        var random = new Random(1);
        var texts = Enumerable.Range(0, 200).Select(_ => $"w{random.Next(30)} w{random.Next(90)}").ToArray();
        var expected = new VocabularyBuilder(Tokenization.Words).AddRange(texts).Build();
        random.Shuffle(texts);
        Assert.Equal(expected.ToText(), new VocabularyBuilder(Tokenization.Words).AddRange(texts).Build().ToText());
    }

    [Fact]
    public void RareSymbolsAreUnknown()
    {
        var builder = new VocabularyBuilder(Tokenization.Words) { MinCount = 2, Unknown = "<unk>" };
        var words = builder.Add("a a a b b c d <unk>").Build();
        Assert.Equal(["<unk>", "a", "b"], words.Symbols);
        // Once as a word of the text, and for c and d.
        Assert.Equal([3, 3, 2], Counts(words));
        Assert.Equal([1, 0, 0, 2], words.Encode("a c never b"));
        Assert.Equal(0, words.IndexOf("never"));
        Assert.False(words.TryFind("never", out _));
        Assert.Equal("a <unk> b", words.Decode([1, 0, 2]));
    }

    [Fact]
    public void TheLargestSizeCountsTheReservedSymbols()
    {
        var builder = new VocabularyBuilder(Tokenization.Characters)
        {
            MaxSize = 4,
            Unknown = "<unk>",
            Reserved = ["<s>", "</s>"],
        };
        var characters = builder.Add("abbccc").Build();
        Assert.Equal(["<unk>", "<s>", "</s>", "c"], characters.Symbols);
        Assert.Equal([3, 0, 0, 3], Counts(characters));
        Assert.Equal([0, 0, 3], characters.Encode("<ac"));
        builder.MaxSize = 2;
        var error = Assert.Throws<InvalidOperationException>(() => builder.Build());
        Assert.Contains("at most 2 reserved symbols", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAccentOrAnEmojiIsOneCharacter()
    {
        const string text = "é😀\n é 👍🏽";
        var characters = new VocabularyBuilder(Tokenization.Characters).Add(text).Build();
        // A combined hand is two scalar values: the hand and its skin.
        Assert.Equal([" ", "é", "\n", "🏽", "👍", "😀"], characters.Symbols);
        Assert.Equal(8, characters.Encode(text).Length);
        Assert.Equal(text, characters.Decode(characters.Encode(text)));
    }

    [Fact]
    public void ASymbolThatIsNotThereIsNamedWithItsPlace()
    {
        var characters = new VocabularyBuilder(Tokenization.Characters).Add("ab😀").Build();
        var error = Assert.Throws<ArgumentException>(() => characters.Encode("a😀ba€"));
        Assert.Contains("Symbol 5 of the text, '€' at character 6, is not among the 3", error.Message);
        var words = new VocabularyBuilder(Tokenization.Words).Add("a b").Build();
        Assert.Contains(
            "Symbol 3 of the text, 'c' at character 6,",
            Assert.Throws<ArgumentException>(() => words.Encode(" a b c d")).Message
        );
        Assert.Contains("'c' is not", Assert.Throws<ArgumentException>(() => words.IndexOf("c")).Message);
    }

    [Fact]
    public void HalfOfASurrogatePairIsRefused()
    {
        foreach (var tokenization in Enum.GetValues<Tokenization>())
        {
            var error = Assert.Throws<ArgumentException>(() => new VocabularyBuilder(tokenization).Add("ab\uD83Dc"));
            Assert.Contains("\\uD83D, at character 3", error.Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => Vocabulary.Of("a\uDE00"));
    }

    [Fact]
    public void LabelsStandAsTheyAreNamed()
    {
        var labels = Vocabulary.Of("very good", "bad");
        Assert.Equal((2, "bad", 0), (labels.Count, labels.SymbolOf(1), labels.IndexOf("very good")));
        Assert.Equal([0], labels.Encode("very good"));
        Assert.Empty(labels.Encode(""));
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => Vocabulary.Of()).Message);
        Assert.Contains("got 'a' at 2", Assert.Throws<ArgumentException>(() => Vocabulary.Of("a", "b", "a")).Message);
        Assert.Contains("got '' at 1", Assert.Throws<ArgumentException>(() => Vocabulary.Of("a", "")).Message);
    }

    [Fact]
    public void ANumberThatIsNoSymbolsIsRefused()
    {
        var labels = Vocabulary.Of("a", "b");
        Assert.Contains("0 to 1, got 2 at 1", Assert.Throws<ArgumentException>(() => labels.Decode([0, 2])).Message);
        Assert.Contains("got -1 at 0", Assert.Throws<ArgumentException>(() => labels.Decode([-1])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => labels.SymbolOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => labels.CountOf(-1));
    }

    [Fact]
    public void AVocabularyOfNothingIsRefused()
    {
        var builder = new VocabularyBuilder(Tokenization.Words) { MinCount = 2 };
        var error = Assert.Throws<InvalidOperationException>(() => builder.Add("a b").Build());
        Assert.Contains("of 2 symbols none came 2 times", error.Message, StringComparison.Ordinal);
        builder.Reserved = ["<s>", "<s>"];
        Assert.Throws<InvalidOperationException>(() => builder.Build());
        builder.Reserved = [""];
        Assert.Throws<InvalidOperationException>(() => builder.Build());
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.MinCount = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.MaxSize = 0);
    }

    private static long[] Counts(Vocabulary vocabulary) =>
        [.. Enumerable.Range(0, vocabulary.Count).Select(vocabulary.CountOf)];
}
