using RnnDsl.RandomNumbers;

namespace RnnDsl.Training;

/// <summary>Orders of the samples of an epoch, for <see cref="TrainingLoop{TSample}.Order"/>.</summary>
public static class BatchOrder
{
    /// <summary>
    /// Batches of samples that have nearly the same length: the samples are shuffled, cut into pools of some batches, sorted
    /// by length within each pool, cut into batches, and the batches are shuffled. Where samples take as many steps as the
    /// longest of their batch, that saves most of the steps that shuffling alone would waste, and each epoch still has
    /// different batches. Only the last batch may be partial, as always.
    /// </summary>
    /// <typeparam name="TSample">The data of one example.</typeparam>
    /// <param name="length">The length of a sample: its time steps.</param>
    /// <param name="poolBatches">
    /// Batches of a pool, at least 1. More of them give lengths that are closer, and fewer give batches that are more random;
    /// 1 is the same as shuffling, except for the order within a batch.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="poolBatches"/> is below 1.</exception>
    public static SampleOrder<TSample> ByLength<TSample>(Func<TSample, int> length, int poolBatches = 50)
    {
        ArgumentNullException.ThrowIfNull(length);
        ArgumentOutOfRangeException.ThrowIfLessThan(poolBatches, 1);
        return (samples, batchSize, random, order) =>
        {
            var lengths = new int[order.Length];
            for (var i = 0; i < lengths.Length; i++)
            {
                lengths[i] = length(samples[i]);
            }

            random.Shuffle(order);
            var pool = (int)Math.Min((long)poolBatches * batchSize, order.Length);
            for (var first = 0; first < order.Length; first += pool)
            {
                Sort(order[first..Math.Min(first + pool, order.Length)], lengths);
            }

            // Without this, long samples would always be in the partial last pool, and so in the last batch.
            var rest = order.Length % batchSize;
            var last = order[^(order.Length - (order.Length - 1) / pool * pool)..];
            MoveToEnd(last, random.NextBelow(last.Length / batchSize + 1) * batchSize, rest);
            ShuffleBatches(order[..^rest], batchSize, random);
        };
    }

    /// <summary>By length, and samples of the same length in their shuffled order (the sort is stable).</summary>
    private static void Sort(Span<int> order, int[] lengths)
    {
        var keys = new (int Length, int Place)[order.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = (lengths[order[i]], i);
        }

        keys.AsSpan().Sort(order);
    }

    /// <summary>Moves some numbers to the end; those behind them move up.</summary>
    private static void MoveToEnd(Span<int> order, int first, int count)
    {
        var moved = order.Slice(first, count).ToArray();
        order[(first + count)..].CopyTo(order[first..]);
        moved.CopyTo(order[^count..]);
    }

    private static void ShuffleBatches(Span<int> order, int batchSize, RandomStream random)
    {
        var batches = new int[order.Length / batchSize];
        for (var i = 0; i < batches.Length; i++)
        {
            batches[i] = i;
        }

        random.Shuffle(batches.AsSpan());
        var from = order.ToArray();
        for (var i = 0; i < batches.Length; i++)
        {
            from.AsSpan(batches[i] * batchSize, batchSize).CopyTo(order[(i * batchSize)..]);
        }
    }
}
