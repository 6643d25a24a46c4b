namespace RnnDsl.Tests.Nets;

/// <summary>The promises that every net keeps: the same bits, no allocation, the same result alone and in a batch.</summary>
public sealed class PromiseTests
{
    private const int Steps = 6;
    private const int Features = 5;
    private const int Targets = 3;
    private const int Units = 33;

    public static TheoryData<string> Names => [.. Nets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_gives_the_same_bits_twice_and_on_two_threads(string name)
    {
        var once = Train(name, threads: 1);

        Assert.Equal(once, Train(name, threads: 1));
        Assert.Equal(once, Train(name, threads: 2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Prediction_for_one_example_is_that_of_the_batch_it_is_in(string name)
    {
        var net = Nets.Make(name, Features, Units, Targets);
        var batch = Example.Batch(5, Steps, Features, Targets, seed: 3);

        var squares = batch.SelectMany(e => net.Predict(e).Zip(e.Ys, (y, target) => Math.Pow(y - target, 2)));

        Assert.Equal(squares.Average(), net.Loss(batch), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Prediction_allocates_nothing_but_the_copy_that_the_test_asks_for(string name)
    {
        var net = Nets.Make(name, Features, Units, Targets);
        var example = Example.Batch(1, Steps, Features, Targets, seed: 4)[0];
        net.Predict(example);
        net.Predict(example);

        var before = GC.GetAllocatedBytesForCurrentThread();
        net.Predict(example);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var before2 = GC.GetAllocatedBytesForCurrentThread();
        _ = new float[Steps * Targets];
        Assert.Equal(GC.GetAllocatedBytesForCurrentThread() - before2, allocated);
    }

    private static float[] Train(string name, int threads)
    {
        var net = Nets.Make(name, Features, Units, Targets);
        net.Threads = threads;
        for (var step = 0; step < 5; step++)
        {
            net.TrainBatch(Example.Batch(7, Steps, Features, Targets, seed: step));
        }
        return net.Parameters.Values.ToArray();
    }
}
