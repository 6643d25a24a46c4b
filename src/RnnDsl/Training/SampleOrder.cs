using RnnDsl.RandomNumbers;

namespace RnnDsl.Training;

/// <summary>
/// Puts the samples of an epoch in the order in which they are trained on; each <c>BatchSize</c> of them in turn are a batch.
/// It must depend on nothing but its arguments, so that training can go on from a checkpoint.
/// </summary>
/// <typeparam name="TSample">The data of one example.</typeparam>
/// <param name="samples">The samples.</param>
/// <param name="batchSize">Samples of a batch.</param>
/// <param name="random">Random numbers that belong to the loop's seed and the epoch.</param>
/// <param name="order">The numbers of the samples, ascending; each is to be there once, in the new order.</param>
public delegate void SampleOrder<TSample>(
    IReadOnlyList<TSample> samples,
    int batchSize,
    RandomStream random,
    Span<int> order
);
