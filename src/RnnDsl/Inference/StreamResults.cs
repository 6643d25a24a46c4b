using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Inference;

/// <summary>The results of a step of several streams, as a view that the next step overwrites.</summary>
/// <param name="values">[streams, width], in the order in which the step named the streams.</param>
/// <param name="width">Numbers of one result.</param>
public readonly ref struct StreamResults(ReadOnlySpan<float> values, int width)
{
    /// <summary>All numbers, [streams, width].</summary>
    public ReadOnlySpan<float> Values { get; } = values;

    /// <summary>How many streams took the step.</summary>
    public int Count => Values.Length / Width;

    /// <summary>Numbers of one result.</summary>
    public int Width { get; } = width;

    /// <summary>The result of one stream.</summary>
    /// <param name="index">Its index in the list of streams that the step named, not its id.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step had fewer streams.</exception>
    public Prediction this[int index] =>
        (uint)index < (uint)Count
            ? new Prediction(Values.Slice(index * Width, Width))
            : throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                Invariant($"The step was of {Count} streams; there is no result {index}.")
            );
}
