namespace RnnDsl.Tests.Nets;

/// <summary>Matrices so large that a loop runs a few rows of the batch at a time: the rows of each block end where they do alone.</summary>
public sealed class BlockTests
{
    // 70 x 70 numbers are more than a sixth of a block: rows 0 to 5, 6 to 11 and so on.
    private const int Units = 70;

    public static TheoryData<string> Names => ["MatrixMemory", "DeltaRule", "SelectiveSpace"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_row_has_its_bits_alone_in_any_block(string name)
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
    public void Threads_share_the_blocks(string name)
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
