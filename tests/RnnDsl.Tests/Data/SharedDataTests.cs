using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

/// <summary>The readers on real data, against what its sources say of it.</summary>
public sealed class SharedDataTests
{
    [Theory]
    [InlineData("train", 6_920)]
    [InlineData("dev", 872)]
    [InlineData("test", 1_821)]
    public void SentencesWithTheirSentiment(string part, int count)
    {
        var texts = LabelledTexts
            .Read(SharedData.Require($"sentiment/{part}.tsv.gz"), Vocabulary.Of("0", "1"))
            .ToArray();
        Assert.Equal(count, texts.Length);
        Assert.Equal([0, 1], texts.Select(text => text.Class).Distinct().Order());
    }

    [Fact]
    public void WordsOfSentencesGoToNumbersAndBack()
    {
        var path = SharedData.Require("sentiment/train.tsv.gz");
        var texts = LabelledTexts.Read(path, LabelledTexts.ReadLabels(path)).Select(text => text.Text).ToArray();
        var words = new VocabularyBuilder(Tokenization.Words) { Unknown = "<unk>" }
            .AddRange(texts)
            .Build();
        Assert.All(texts, text => Assert.Equal(text, words.Decode(words.Encode(text))));
        Assert.Equal(words.ToText(), Vocabulary.FromText(words.ToText()).ToText());
        Assert.Contains(0, words.Encode("an unheard-of-word-that-no-review-has"));
    }

    [Fact]
    public void NamesOfEighteenLanguages()
    {
        var train = SharedData.Require("names/names-train.tsv");
        var languages = LabelledTexts.ReadLabels(train);
        var names = LabelledTexts.Read(train, languages).ToArray();
        var test = LabelledTexts.Read(SharedData.Require("names/names-test.tsv"), languages);
        Assert.Equal((18, 14_396, 3_616), (languages.Count, names.Length, test.Count()));
        var letters = new VocabularyBuilder(Tokenization.Characters).AddRange(names.Select(name => name.Text)).Build();
        Assert.All(names, name => Assert.Equal(name.Text, letters.Decode(letters.Encode(name.Text))));
    }

    [Theory]
    [InlineData("TRAIN", 270)]
    [InlineData("TEST", 370)]
    public void VowelsOfNineSpeakers(string part, int count)
    {
        var reader = new SktimeReader(SharedData.Require($"vowels/JapaneseVowels_{part}.ts.gz"));
        var samples = reader.ToArray();
        Assert.Equal((count, 12), (samples.Length, reader.Header.Dimensions));
        Assert.Equal(Enumerable.Range(0, 9), samples.Select(sample => sample.Class).Distinct().Order());
        Assert.All(samples, sample => Assert.InRange(sample.Steps, 7, 29));
        Assert.All(samples, sample => Assert.Equal(12 * sample.Steps, sample.Values.Length));
        if (part == "TRAIN")
        {
            // The file's first series begins 1.860936,1.891651,..., and 30 are by each speaker.
            Assert.Equal((1.860936f, 1.891651f), (samples[0].Values[0], samples[0].Values[12]));
            Assert.All(samples.CountBy(sample => sample.Class), entry => Assert.Equal(30, entry.Value));
        }
    }

    [Fact]
    public void CharactersOfShakespeare()
    {
        var text = TextFile.ReadAll(SharedData.Require("text/tinyshakespeare.txt.gz"));
        var characters = new VocabularyBuilder(Tokenization.Characters).Add(text).Build();
        Assert.Equal((1_115_394, 65), (text.Length, characters.Count));
        var tokens = characters.Encode(text);
        Assert.Equal(text, characters.Decode(tokens));
        var windows = new TokenStreams(tokens, streams: 64, steps: 100);
        Assert.Equal(text.Length - 1, windows.Sum(window => window.Streams * window.Steps) + windows.Rest.Length);
    }
}
