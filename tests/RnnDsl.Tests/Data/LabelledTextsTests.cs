using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

public sealed class LabelledTextsTests : IDisposable
{
    private readonly TemporaryFile file = new("labelled.tsv");

    public void Dispose() => file.Dispose();

    [Fact]
    public void NumbersTheLabelsInOrdinalOrder()
    {
        file.Write("good\tfine film\nbad\tdull\ngood\tnice\n");
        var labels = LabelledTexts.ReadLabels(file.Path);
        Assert.Equal(["bad", "good"], labels.Symbols);
        Assert.Equal([1, 2], [labels.CountOf(0), labels.CountOf(1)]);
        Assert.Equal(
            [new LabelledText("fine film", "good", 1, file.Path, 1), new("dull", "bad", 0, file.Path, 2)],
            LabelledTexts.Read(file.Path, labels).Take(2)
        );
        Assert.Equal([0, 1, 0], LabelledTexts.Read(file.Path, Vocabulary.Of("good", "bad")).Select(text => text.Class));
    }

    [Theory]
    [InlineData("good\ta\nodd\tb\n", 2, "column 'label': expected one of 'good', 'bad', found 'odd'")]
    [InlineData("good\t\n", 1, "column 'text': expected a text, found nothing")]
    [InlineData("good\ta\nbad\t  \n", 2, "column 'text': expected a text, found nothing")]
    [InlineData("\ta\n", 1, "column 'label': expected a label, found nothing")]
    [InlineData("good\ta\n\n", 2, "expected 2 columns ('label', 'text') with a tab between two, found an empty line")]
    [InlineData("good a\n", 1, "found 1 ('good a')")]
    [InlineData("good\ta\tb\n", 1, "found 3")]
    public void ALineThatDoesNotFitIsNamed(string text, int line, string expected) =>
        Refusal.Assert(
            file.Write(text),
            line,
            expected,
            () => LabelledTexts.Read(file.Path, Vocabulary.Of("good", "bad")).Count()
        );

    [Fact]
    public void AFileWithoutLabelsIsRefused() =>
        Refusal.Assert(file.Write(""), 0, "is empty", () => LabelledTexts.ReadLabels(file.Path));
}
