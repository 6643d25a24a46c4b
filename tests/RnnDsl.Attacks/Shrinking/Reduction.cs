using Microsoft.CodeAnalysis.Text;

namespace RnnDsl.Attacks.Shrinking;

/// <summary>A way to make a source smaller, or plainer.</summary>
/// <param name="Changes">Spans that become another text; none overlaps another.</param>
internal sealed record Reduction(IReadOnlyList<TextChange> Changes)
{
    public Reduction(TextSpan span, string text = "")
        : this([new TextChange(span, text)]) { }

    /// <summary>By how many characters the source gets shorter.</summary>
    public int Saved => Changes.Sum(change => change.Span.Length - change.NewText!.Length);

    public string Apply(string source) =>
        SourceText.From(source).WithChanges(Changes.OrderBy(c => c.Span.Start)).ToString();
}
