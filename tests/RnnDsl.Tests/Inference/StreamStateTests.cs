using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>The state of a stream: out, in, as bytes, and forked.</summary>
public sealed class StreamStateTests
{
    private const int Features = 5;
    private const int Steps = 9;
    private static readonly float[] xs = Example.Ragged(Features, 3, seed: 2, Steps)[0].Xs;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_stream_goes_on_from_the_state_of_another(int before)
    {
        var net = Net();
        var stream = net.Stream();
        Push(stream, 0, before);
        var state = stream.State;
        var fork = stream.Fork();
        var expected = Push(stream, before, Steps);

        Assert.Equal(expected, Push(net.Stream(state), before, Steps));
        Assert.Equal(expected, Push(fork, before, Steps));
        Assert.Equal(expected, Push(net.Stream(MeanNet.StreamState.FromBytes(state.ToBytes())), before, Steps));
        Assert.Equal(before, state.Pushed);
        Assert.Equal(Steps, stream.Pushed);
        Assert.Equal(Steps, fork.Pushed);
    }

    [Fact]
    public void A_state_has_the_names_of_the_cell_and_the_numbers_of_the_reference_execution()
    {
        var net = new LstmNet(Features, units: 7, targets: 3, seed: 1);
        var stream = net.Stream();
        for (var t = 0; t < Steps; t++)
            stream.Push(xs.AsSpan(t * Features, Features));
        // A cell with the parameters of the net's.
        var cell = new RnnDsl.Cells.Lstm<Features, Units>(x: Features, h: 7);
        foreach (var item in cell.Parameters.Items)
            cell.Parameters.Set(item.Name, net.Parameters["cell." + item.Name]);

        var (h, c) = cell.Final(new Seq<Features>(xs, Features));

        var state = stream.State;
        AssertNear(h.ToArray(), state.h);
        AssertNear(c.ToArray(), state.c);
    }

    [Fact]
    public void A_state_that_was_taken_does_not_change()
    {
        var stream = Net().Stream();
        Push(stream, 0, 3);
        var state = stream.State;
        var before = state.ToBytes();

        Push(stream, 3, Steps);
        stream.Reset();

        Assert.Equal(before, state.ToBytes());
        stream.State = state;
        Assert.Equal(before, stream.State.ToBytes());
        Assert.Equal(3, stream.Pushed);
    }

    [Fact]
    public void A_state_of_other_sizes_or_of_none_is_refused_and_the_stream_goes_on()
    {
        var net = Net();
        var stream = net.Stream();
        Push(stream, 0, 4);
        var before = stream.State.ToBytes();
        var larger = new MeanNet(features: Features, units: 18, targets: 3).Stream().State;

        var sizes = Assert.Throws<ArgumentException>(() => stream.State = larger);
        Assert.Throws<InvalidOperationException>(() => stream.State = default);

        Assert.Contains("[18]", sizes.Message, StringComparison.Ordinal);
        Assert.Contains("[17]", sizes.Message, StringComparison.Ordinal);
        Assert.Equal(before, stream.State.ToBytes());
    }

    [Fact]
    public void Bytes_of_another_model_are_refused_with_both_names()
    {
        var bytes = new LstmNet(Features, units: 17, targets: 3).Stream().State.ToBytes();

        var error = Assert.Throws<InvalidDataException>(() => MeanNet.StreamState.FromBytes(bytes));

        Assert.Contains("c [17]", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Every flip of a bit and every cut is found.</summary>
    [Fact]
    public void Damaged_bytes_are_refused()
    {
        var stream = Net().Stream();
        Push(stream, 0, 4);
        var bytes = stream.State.ToBytes();

        for (var i = 0; i < bytes.Length; i++)
        {
            Assert.Throws<InvalidDataException>(() => MeanNet.StreamState.FromBytes(bytes.AsSpan(0, i)));
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = bytes.ToArray();
                damaged[i] ^= (byte)(1 << bit);
                Assert.Throws<InvalidDataException>(() => MeanNet.StreamState.FromBytes(damaged));
            }
        }

        Assert.Throws<InvalidDataException>(() => MeanNet.StreamState.FromBytes([.. bytes, 0]));
    }

    /// <summary>T6: the step is named as a step, from the start of the stream, and the stream has not taken it.</summary>
    [Fact]
    public void A_step_with_NaN_is_named_and_not_taken()
    {
        var net = Net();
        var (stream, twin) = (net.Stream(), net.Stream());
        Push(stream, 0, 5);
        Push(twin, 0, 5);

        var error = Assert.Throws<ArgumentException>(() => stream.Push([1, 2, float.NaN, 4, 5]));

        Assert.StartsWith("Step 5: 'xs' holds NaN at index 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(Push(twin, 5, Steps), Push(stream, 5, Steps));
    }

    /// <summary>Streams of one model on many threads: each has its own states, whichever program a step gets.</summary>
    [Fact]
    public void Streams_of_one_model_run_on_any_threads()
    {
        var net = Net();
        var expected = Push(net.Stream(), 0, Steps);
        var wrong = 0;

        Parallel.For(
            0,
            400,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ => Interlocked.Add(ref wrong, Push(net.Stream(), 0, Steps).SequenceEqual(expected) ? 0 : 1)
        );

        Assert.Equal(0, wrong);
    }

    /// <summary>T2: the states of an LSTM of 256 units take 4 kB, and nothing else grows with the number of streams.</summary>
    [Fact]
    public void A_stream_takes_at_most_8_kB()
    {
        const int Count = 300;
        var net = new LstmNet(features: 32, units: 256, targets: 3);
        var x = new float[32];
        net.Stream().Push(x);
        var held = HeldMemory.OfStreams(net);
        var streams = new LstmNet.Streaming[Count];
        // The thread that makes streams allocates all of their memory; concurrent tests run on other threads.
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
        {
            streams[i] = net.Stream();
            streams[i].Push(x);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(streams);
        Assert.InRange(bytes / Count, 2 * 256 * sizeof(float), 8_000);
        Assert.InRange(held, 1, long.MaxValue);
        Assert.Equal(held, HeldMemory.OfStreams(net));
    }

    private static MeanNet Net() => new(features: Features, units: 17, targets: 3, seed: 2);

    private static float[] Push(MeanNet.Streaming stream, int from, int to) =>
        [
            .. Enumerable
                .Range(from, to - from)
                .SelectMany(t => stream.Push(xs.AsSpan(t * Features, Features)).ToArray()),
        ];

    private static void AssertNear(double[] expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5);
    }
}
