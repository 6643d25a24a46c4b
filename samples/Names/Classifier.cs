namespace Names;

/// <summary>The log-probability of each language, for a name.</summary>
internal delegate ReadOnlySpan<float> Classifier(ReadOnlySpan<int> name);
