namespace Sentiment;

/// <summary>The scores of a review, negative and positive.</summary>
internal delegate ReadOnlySpan<float> Scorer(ReadOnlySpan<int> words);
