using RnnDsl.RandomNumbers;

namespace RnnDsl.Training;

/// <summary>
/// Puts the samples of an epoch in the order in which they are trained on; consecutive groups of <c>BatchSize</c> are the batches.
/// It must depend on nothing but its arguments, so that training can continue from a checkpoint.
/// </summary>
/// <typeparam name="TSample">The data of one example.</typeparam>
/// <param name="samples">The samples.</param>
/// <param name="batchSize">Samples of a batch.</param>
/// <param name="random">Random numbers that belong to the loop's seed and the epoch.</param>
/// <param name="order">The numbers of the samples, ascending; to be permuted in place.</param>
public delegate void SampleOrder<TSample>(
    IReadOnlyList<TSample> samples,
    int batchSize,
    RandomStream random,
    Span<int> order
);
