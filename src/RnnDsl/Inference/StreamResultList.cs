using System.ComponentModel;

namespace RnnDsl.Inference;

/// <summary>The results of a step of several streams of a model that has several, as a view that the next step overwrites.</summary>
/// <param name="values">For each result [streams, width], one after the other.</param>
/// <param name="ends">The end of each result in the numbers of one stream.</param>
/// <param name="count">How many streams took the step.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct StreamResultList(ReadOnlySpan<float> values, ReadOnlySpan<int> ends, int count)
{
    private readonly ReadOnlySpan<float> values = values;
    private readonly ReadOnlySpan<int> ends = ends;

    /// <summary>One of the results.</summary>
    /// <param name="index">Its number, in the order of the tuple.</param>
    public StreamResults this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : ends[index - 1];
            return new(values[(start * count)..(ends[index] * count)], ends[index] - start);
        }
    }
}
