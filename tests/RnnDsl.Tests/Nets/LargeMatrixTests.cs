namespace RnnDsl.Tests.Nets;

/// <summary>Matrices of which few fit the cache, with lines that end within a vector: each row of a ragged batch is what it is alone.</summary>
public sealed class LargeMatrixTests
{
    private const int Units = 70;

    public static TheoryData<string> Names => ["MatrixMemory", "OldMemory", "DeltaRule", "SelectiveSpace"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_row_has_its_bits_alone(string name)
    {
        var net = Make(name);
        var batch = Batch();

        Assert.Equal(batch.Select(net.Predict), net.PredictAll(batch));
        Assert.Equal(batch.Average(example => net.Loss([example])), net.Loss(batch), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_the_mean_of_those_alone(string name)
    {
        var net = Make(name);
        var batch = Batch();
        var alone = batch.Select(example => net.Gradient([example])).ToArray();

        var together = net.Gradient(batch);

        for (var i = 0; i < together.Length; i++)
        {
            Assert.Equal(alone.Average(gradient => gradient[i]), together[i], 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_give_the_same_bits(string name)
    {
        var net = Make(name);
        var batch = Batch();
        net.Threads = 1;
        var one = net.Gradient(batch);
        foreach (var threads in (int[])[2, 3, 5])
        {
            net.Threads = threads;
            Assert.Equal(one, net.Gradient(batch));
        }
    }

    private static Net Make(string name) => Nets.Make(name, features: 3, Units, targets: Units);

    private static Example[] Batch() =>
        Example.Ragged(3, Units, seed: 5, [.. Enumerable.Range(0, 15).Select(i => 1 + i * 5 % 7)]);
}
