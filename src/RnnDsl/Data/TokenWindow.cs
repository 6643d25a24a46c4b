namespace RnnDsl.Data;

/// <summary>A window of parallel streams: for each stream, the tokens to read and those that follow them.</summary>
public readonly struct TokenWindow
{
    private readonly ReadOnlyMemory<int> tokens;
    private readonly int first;
    private readonly int stride;

    internal TokenWindow(ReadOnlyMemory<int> tokens, int streams, int stride, int first, int steps)
    {
        this.tokens = tokens;
        this.stride = stride;
        this.first = first;
        (Streams, Steps) = (streams, steps);
    }

    /// <summary>The number of streams.</summary>
    public int Streams { get; }

    /// <summary>The number of tokens of each stream in this window; only that of the last window may be smaller.</summary>
    public int Steps { get; }

    /// <summary>Whether the streams begin here, so that nothing is to be carried over from the window before.</summary>
    public bool IsFirst => first == 0;

    /// <summary>The tokens that a stream reads, a view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stream.</exception>
    public ReadOnlyMemory<int> Input(int stream) => tokens.Slice(Start(stream), Steps);

    /// <summary>For each token of <see cref="Input"/> the one that follows it, a view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stream.</exception>
    public ReadOnlyMemory<int> Target(int stream) => tokens.Slice(Start(stream) + 1, Steps);

    private int Start(int stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stream);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stream, Streams);
        return stream * stride + first;
    }
}
