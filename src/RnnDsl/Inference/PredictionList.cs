using System.ComponentModel;

namespace RnnDsl.Inference;

/// <summary>The results of one example of a model that has several, as a view that the next call overwrites.</summary>
/// <param name="values">The numbers of all results, one after the other.</param>
/// <param name="ends">The end of each result in <paramref name="values"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct PredictionList(ReadOnlySpan<float> values, ReadOnlySpan<int> ends)
{
    private readonly ReadOnlySpan<float> values = values;
    private readonly ReadOnlySpan<int> ends = ends;

    /// <summary>One of the results.</summary>
    /// <param name="index">Its number, in the order of the tuple.</param>
    public Prediction this[int index] => new(values[(index == 0 ? 0 : ends[index - 1])..ends[index]]);
}
