using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>Streams in one batch: each gives its result alone, whichever other streams take part in a step.</summary>
public sealed class ManyStreamsTests
{
    private const int Features = 5;
    private const int Targets = 3;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(40, 1)]
    [InlineData(40, 2)]
    [InlineData(40, 3)]
    public void Each_has_the_bits_of_a_stream_alone(int rows, int threads)
    {
        var net = new MeanNet(features: Features, units: 37, targets: Targets, seed: 3);
        var users = net.Streams(rows);
        users.Threads = threads;
        var alone = Enumerable.Range(0, rows).Select(_ => net.Stream()).ToArray();
        var random = new Random(rows);

        for (var step = 0; step < 60; step++)
        {
            var ids = Enumerable.Range(0, rows).Where(_ => random.Next(3) > 0).OrderBy(_ => random.Next()).ToArray();
            var inputs = ids.Select(_ => Numbers(random)).ToArray();
            if (step % 9 == 8)
            {
                users.Reset(step % rows);
                alone[step % rows].Reset();
                users.Fork((step + 3) % rows, (step + 5) % rows);
                alone[(step + 5) % rows].State = alone[(step + 3) % rows].State;
            }

            var results = users.Push(ids, [.. inputs.SelectMany(x => x)]);

            Assert.Equal(ids.Length, results.Count);
            for (var i = 0; i < ids.Length; i++)
                Assert.Equal(alone[ids[i]].Push(inputs[i]).ToArray(), results[i].ToArray());
        }

        for (var id = 0; id < rows; id++)
        {
            Assert.Equal(alone[id].Pushed, users.Pushed(id));
            Assert.Equal(alone[id].State.ToBytes(), users.State(id).ToBytes());
        }
    }

    [Fact]
    public void States_go_from_one_stream_to_many_and_back()
    {
        var net = new LstmNet(Features, units: 9, Targets, seed: 3);
        var random = new Random(1);
        var stream = net.Stream();
        stream.Push(Numbers(random));
        var users = net.Streams(rows: 3);
        users.Restore(2, stream.State);
        var x = Numbers(random);

        Assert.Equal(stream.Push(x).ToArray(), users.Push([2], x)[0].ToArray());
        Assert.Equal(2, users.Pushed(2));
        Assert.Equal(stream.State.ToBytes(), net.Stream(users.State(2)).State.ToBytes());
    }

    [Fact]
    public void Tokens_come_one_for_each_stream()
    {
        var net = new WordsNet(Features, units: 9, Targets, seed: 3);
        var (one, other) = (net.Stream(), net.Stream());
        var users = net.Streams(rows: 2);
        foreach (var (a, b) in new[] { (0, 4), (3, 1), (2, 2) })
        {
            var results = users.Push([1, 0], [a, b]);
            Assert.Equal(one.Push(a).ToArray(), results[0].ToArray());
            Assert.Equal(other.Push(b).ToArray(), results[1].ToArray());
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_no_stream_has_taken_the_step()
    {
        var net = new LstmNet(Features, units: 9, Targets, seed: 3);
        var users = net.Streams(rows: 4);
        var random = new Random(1);
        users.Push([0, 1, 2, 3], [.. Enumerable.Range(0, 4).SelectMany(_ => Numbers(random))]);
        var before = Enumerable.Range(0, 4).Select(id => users.State(id).ToBytes()).ToArray();

        Assert.Contains("named twice", Refusal([1, 1], new float[10]), StringComparison.Ordinal);
        Assert.Contains("streams 0 to 3", Refusal([4], new float[5]), StringComparison.Ordinal);
        Assert.Contains("streams 0 to 3", Refusal([-1], new float[5]), StringComparison.Ordinal);
        Assert.Contains(
            "expected 10: 5 for each of 2 streams",
            Refusal([0, 1], new float[9]),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Stream 3: 'xs' holds NaN at index 1",
            Refusal([2, 3], [1, 2, 3, 4, 5, 6, float.NaN, 8, 9, 0]),
            StringComparison.Ordinal
        );
        Assert.Equal(0, users.Push([], []).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Streams(0));

        Assert.Equal(before, Enumerable.Range(0, 4).Select(id => users.State(id).ToBytes()));

        string Refusal(int[] ids, float[] inputs) =>
            Assert.ThrowsAny<ArgumentException>(() => users.Push(ids, inputs)).Message;
    }

    [Fact]
    public void A_step_allocates_nothing_after_the_first()
    {
        var users = new LstmNet(Features, units: 9, Targets, seed: 3).Streams(rows: 20);
        var ids = Enumerable.Range(0, 20).ToArray();
        var inputs = new float[20 * Features];
        users.Push(ids, inputs);
        users.Push(ids, inputs);

        Assert.Equal(0, Allocation.Of(() => users.Push(ids, inputs)));
    }

    private static float[] Numbers(Random random) =>
        [.. Enumerable.Range(0, Features).Select(_ => random.NextSingle() * 2 - 1)];
}
