using System.Collections;

namespace RnnDsl.Data;

/// <summary>
/// Samples that are made when a training reads them, so that they may depend on its model: <c>Fit</c> and <c>Evaluate</c> read the samples
/// of a batch just before its step. With <c>Losses.GivenLoss</c>, whose gradient the caller computes, the losses that they report are those
/// of the parameters at that time.
/// </summary>
/// <typeparam name="TSample">The data of one example.</typeparam>
/// <param name="count">The number of samples, at least 0.</param>
/// <param name="make">Makes a sample by its number; each read calls it.</param>
public sealed class LiveSamples<TSample>(int count, Func<int, TSample> make) : IReadOnlyList<TSample>
{
    private readonly Func<int, TSample> make = make ?? throw new ArgumentNullException(nameof(make));

    /// <inheritdoc/>
    public int Count { get; } =
        count >= 0
            ? count
            : throw new ArgumentOutOfRangeException(nameof(count), count, "Expected a number of samples, at least 0.");

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample of that number.</exception>
    public TSample this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return make(index);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<TSample> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return make(i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
