using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

public sealed class TokenStreamsTests
{
    [Fact]
    public void StreamsGoOnFromWindowToWindow()
    {
        // 12 tokens, 11 of them with a next one: 5 for each of 2 streams, and one left.
        var windows = new TokenStreams(Count(12), streams: 2, steps: 3);
        Assert.Equal(2, windows.Count);
        Assert.Equal([0, 1, 2], windows[0].Input(0).ToArray());
        Assert.Equal([1, 2, 3], windows[0].Target(0).ToArray());
        Assert.Equal([5, 6, 7], windows[0].Input(1).ToArray());
        Assert.Equal([3, 4], windows[1].Input(0).ToArray());
        Assert.Equal([8, 9], windows[1].Input(1).ToArray());
        Assert.Equal([9, 10], windows[1].Target(1).ToArray());
        Assert.Equal([11], windows.Rest.ToArray());
        Assert.Equal([true, false], windows.Select(window => window.IsFirst));
    }

    [Fact]
    public void EveryTokenWithANextOneIsReadOnceOrIsLeft()
    {
        for (var count = 2; count < 40; count++)
        {
            for (var streams = 1; streams < count; streams++)
            {
                foreach (var steps in (int[])[1, 2, 3, 5, 7, 100])
                {
                    var windows = new TokenStreams(Count(count), streams, steps);
                    var targets = new List<int>();
                    for (var stream = 0; stream < streams; stream++)
                    {
                        foreach (var window in windows)
                        {
                            Assert.Equal(streams, window.Streams);
                            var target = window.Target(stream).ToArray();
                            Assert.Equal(target, window.Input(stream).ToArray().Select(token => token + 1));
                            Assert.Equal(window.Steps, target.Length);
                            targets.AddRange(target);
                        }
                    }

                    Assert.All(windows.SkipLast(1), window => Assert.Equal(steps, window.Steps));
                    Assert.InRange(windows[^1].Steps, 1, steps);
                    Assert.Equal(Enumerable.Range(1, count - 1), targets.Concat(windows.Rest.ToArray()));
                    Assert.InRange(windows.Rest.Length, 0, streams - 1);
                }
            }
        }
    }

    [Fact]
    public void ASequenceThatIsTooShortIsRefused()
    {
        Assert.Single(new TokenStreams(Count(4), 3, 5));
        var error = Assert.Throws<ArgumentException>(() => new TokenStreams(Count(3), 3, 5));
        Assert.Contains("A sequence of 3 tokens", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected at least 4", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TokenStreams(Count(3), int.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenStreams(Count(3), 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenStreams(Count(3), 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenStreams(Count(3), 1, 2)[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenStreams(Count(3), 1, 2)[0].Input(1));
        Assert.Single(new TokenStreams(Count(3), 1, int.MaxValue));
    }

    private static int[] Count(int count) => [.. Enumerable.Range(0, count)];
}
