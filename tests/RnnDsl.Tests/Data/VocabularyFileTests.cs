using RnnDsl.Data;
using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Data;

public sealed class VocabularyFileTests : IDisposable
{
    private readonly TemporaryFile file = new("words.vocabulary");

    public void Dispose() => file.Dispose();

    public static TheoryData<Vocabulary> Vocabularies =>
        [
            new VocabularyBuilder(Tokenization.Characters).Add("a\\n\n\r\n\t\\😀é\u2028\uFEFF\"<>").Build(),
            new VocabularyBuilder(Tokenization.Words) { Unknown = "<unk>", Reserved = ["\t", "a b"] }
                .Add("one two two \\t")
                .Build(),
            Vocabulary.Of("very good", "bad", " "),
        ];

    [Theory]
    [MemberData(nameof(Vocabularies), DisableDiscoveryEnumeration = true)]
    public void WhatIsSavedIsLoaded(Vocabulary vocabulary)
    {
        vocabulary.Save(file.Path);
        AssertSame(vocabulary, Vocabulary.Load(file.Path));
        AssertSame(vocabulary, Vocabulary.FromText(vocabulary.ToText()));
        Assert.Equal(vocabulary.ToText(), TextFile.ReadAll(file.Path));
        vocabulary.Save(file.Path);
        Assert.Equal([file.Path], file.Files);
    }

    [Fact]
    public void TheFileIsReadable()
    {
        new VocabularyBuilder(Tokenization.Words) { Unknown = "<unk>" }
            .Add("b a b")
            .Build()
            .Save(file.Path);
        Assert.Equal(
            "rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t<unk>\nsymbols\t3\n0\t<unk>\n2\tb\n1\ta\n",
            File.ReadAllText(file.Path)
        );
    }

    [Theory]
    [InlineData("", 1, "expected 'rnndsl-vocabulary', found the end")]
    [InlineData("time,value", 1, "with a tab in the line, found 'time,value'")]
    [InlineData("1\tgood", 1, "expected 'rnndsl-vocabulary' and a tab, found '1'")]
    [InlineData("rnndsl-vocabulary\t2", 1, "reads format 1 of vocabularies, found '2'")]
    [InlineData("#\ntokens\tLetters", 2, "expected one of 'Words', 'Characters', 'Whole', found 'Letters'")]
    [InlineData("#\ntokens\t1", 2, "found '1'")]
    [InlineData("#\n#\nsymbols\t1", 3, "expected 'unknown' and a tab, found 'symbols'")]
    [InlineData("#\n#\n#\nsymbols\tmany", 4, "expected the number of symbols, at least 1, found 'many'")]
    [InlineData("#\n#\n#\nsymbols\t0", 4, "found '0'")]
    [InlineData("#\n#\n#\nsymbols\t99999999999", 4, "found '99999999999'")]
    [InlineData("#\n#\n#\n#\n1\ta", 6, "expected symbol 2 of 2, found the end")]
    [InlineData("#\n#\n#\n#\n1\ta\n1 b", 6, "expected symbol 2 of 2, with a tab in the line, found '1 b'")]
    [InlineData("#\n#\n#\n#\n-1\ta", 5, "expected how often a symbol came, found '-1'")]
    [InlineData("#\n#\n#\n#\n1\ta\n1\ta", 6, "not there already, found 'a'")]
    [InlineData("#\n#\n#\n#\n1\t", 5, "expected a symbol that is not empty")]
    [InlineData("#\n#\n#\n#\n1\t\\x", 5, "expected n, r, t or \\ after each \\, found '\\x'")]
    [InlineData("#\n#\n#\n#\n1\ta\\", 5, "after each \\, found 'a\\'")]
    [InlineData("#\n#\n#\n#\n1\ta\n1\tb\n1\tc", 7, "expected the end after 2 symbols, found '1")]
    [InlineData("#\n#\nunknown\tc\n#\n1\ta\n1\tb", 3, "the unknown symbol 'c' is not among the 2 symbols")]
    public void SaysWhereTheFileIsWrong(string text, int line, string expected)
    {
        string[] good = ["rnndsl-vocabulary\t1", "tokens\tWords", "unknown\t", "symbols\t2"];
        var lines = text.Split('\n').Select((x, i) => x == "#" ? good[i] : x);
        file.Write(string.Join('\n', lines));
        Refusal.Assert(file.Path, line, expected, () => Vocabulary.Load(file.Path));
        Assert.Throws<DataFormatException>(() => Vocabulary.FromText(File.ReadAllText(file.Path)));
    }

    [Fact]
    public void EveryMissingLineIsNoticed()
    {
        var lines = new VocabularyBuilder(Tokenization.Characters).Add("hello").Build().ToText().Split('\n')[..^1];
        for (var missing = 0; missing < lines.Length; missing++)
        {
            file.Write(string.Join('\n', lines.Where((_, i) => i != missing)));
            Assert.Throws<DataFormatException>(() => Vocabulary.Load(file.Path));
        }
    }

    [Fact]
    public void AModelAndItsVocabulariesAreOneFile()
    {
        var words = new VocabularyBuilder(Tokenization.Words) { Unknown = "<unk>" }
            .Add("crème brûlée 😀")
            .Build();
        var labels = Vocabulary.Of("good", "bad");
        var store = NewStore(words.Count, seed: 1);
        var texts = new Dictionary<string, string> { ["words"] = words.ToText(), ["labels"] = labels.ToText() };
        store.Save(file.Path, texts);

        // The size of the vocabulary is known before there is a model of that size.
        var size = Vocabulary.FromText(ParameterStore.ReadMetadata(file.Path)["words"]).Count;
        var loaded = NewStore(size, seed: 2);
        var metadata = loaded.Load(file.Path);
        Assert.Equal(store.Values, loaded.Values);
        Assert.Equal(texts, metadata);
        AssertSame(words, Vocabulary.FromText(metadata["words"]));
        AssertSame(labels, Vocabulary.FromText(metadata["labels"]));
    }

    private static ParameterStore NewStore(int size, ulong seed)
    {
        var scope = ParameterScope.Root(seed);
        scope.Mat<State, In>("words", 3, size, Initializer.Default);
        return scope.Store;
    }

    private static void AssertSame(Vocabulary expected, Vocabulary actual)
    {
        Assert.Equal(expected.Symbols, actual.Symbols);
        Assert.Equal((expected.Tokenization, expected.Unknown), (actual.Tokenization, actual.Unknown));
        Assert.All(Enumerable.Range(0, expected.Count), i => Assert.Equal(expected.CountOf(i), actual.CountOf(i)));
    }
}
