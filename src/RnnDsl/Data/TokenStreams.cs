using System.Collections;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// Cuts a long sequence of tokens into parallel streams, and these into windows, for language models that are trained with
/// truncated backpropagation through time: stream i of a window goes on where stream i of the window before ended, so that
/// the state can be carried over. Nothing is copied.
/// </summary>
/// <remarks>
/// Of n tokens, n - 1 are followed by another. Each of B streams has (n - 1) / B of them, rounded down, one stream after
/// the other; its last window is shorter where they are no multiple of the window's steps. What then remains is
/// <see cref="Rest"/>: fewer than B tokens at the end, which are no window's targets. With one stream nothing remains.
/// </remarks>
public sealed class TokenStreams : IReadOnlyList<TokenWindow>
{
    private readonly ReadOnlyMemory<int> tokens;

    /// <summary>Cuts a sequence.</summary>
    /// <param name="tokens">The sequence, such as <see cref="Vocabulary.Encode"/> gives.</param>
    /// <param name="streams">Streams, at least 1: the rows of each batch.</param>
    /// <param name="steps">Tokens of each stream in a window, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1.</exception>
    /// <exception cref="ArgumentException">The sequence is too short to give each stream a token and its next.</exception>
    public TokenStreams(ReadOnlyMemory<int> tokens, int streams, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(streams, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (tokens.Length <= streams)
        {
            throw new ArgumentException(
                Invariant(
                    $"A sequence of {tokens.Length} tokens does not give each of {streams} streams one and its next: "
                        + $"expected at least {(long)streams + 1} tokens."
                ),
                nameof(tokens)
            );
        }

        this.tokens = tokens;
        (Streams, Steps) = (streams, steps);
        StreamLength = (tokens.Length - 1) / streams;
    }

    /// <summary>The number of streams.</summary>
    public int Streams { get; }

    /// <summary>Tokens of each stream in a window; the last window may have fewer.</summary>
    public int Steps { get; }

    /// <summary>Tokens that each stream reads, and as many targets.</summary>
    public int StreamLength { get; }

    /// <summary>The number of windows.</summary>
    public int Count => (int)(((long)StreamLength + Steps - 1) / Steps);

    /// <summary>The tokens at the end of the sequence that no window has as a target; fewer than there are streams.</summary>
    public ReadOnlyMemory<int> Rest => tokens[(Streams * StreamLength + 1)..];

    /// <summary>A window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public TokenWindow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var first = index * Steps;
            return new(tokens, Streams, StreamLength, first, Math.Min(Steps, StreamLength - first));
        }
    }

    /// <summary>The windows, first to last.</summary>
    public IEnumerator<TokenWindow> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
