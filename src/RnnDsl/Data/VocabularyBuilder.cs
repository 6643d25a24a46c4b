using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>Counts the symbols of texts and makes a <see cref="Vocabulary"/> of the frequent ones.</summary>
/// <param name="tokenization">How texts are cut into symbols.</param>
public sealed class VocabularyBuilder(Tokenization tokenization)
{
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>How often a symbol must occur to be included; 1 includes all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MinCount
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MinCount));
            field = value;
        }
    } = 1;

    /// <summary>The maximum size, with the unknown and the reserved symbols; the most frequent symbols are included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxSize));
            field = value;
        }
    } = int.MaxValue;

    /// <summary>
    /// The symbol, such as <c>&lt;unk&gt;</c>, that replaces any symbol not in the vocabulary; null, the default, for
    /// none: then such a symbol is an error.
    /// </summary>
    public string? Unknown { get; set; }

    /// <summary>
    /// Symbols to include whether they occur in texts or not, such as <c>&lt;s&gt;</c> and <c>&lt;/s&gt;</c>. They need not be
    /// what the tokenization gives.
    /// </summary>
    public IReadOnlyList<string> Reserved { get; set; } = [];

    /// <summary>Counts the symbols of a text.</summary>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is not valid UTF-16.</exception>
    public VocabularyBuilder Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = new Symbols(text, tokenization);
        while (tokens.Next())
        {
            found.TryGetValue(tokens.Current, out var count);
            found[tokens.Current] = count + 1;
        }

        return this;
    }

    /// <summary>Counts the symbols of texts, which may come from a file as a stream.</summary>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A text is not valid UTF-16.</exception>
    public VocabularyBuilder AddRange(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var text in texts)
        {
            Add(text);
        }

        return this;
    }

    /// <summary>
    /// The vocabulary of the symbols counted so far. Its symbols are <see cref="Unknown"/>, then <see cref="Reserved"/> in the
    /// given order, then the others by count, most frequent first, and those of the same count in ordinal order.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// A reserved symbol is named twice or is empty, they are more than <see cref="MaxSize"/>, or there is no symbol.
    /// </exception>
    public Vocabulary Build()
    {
        string[] reserved = Unknown is null ? [.. Reserved] : [Unknown, .. Reserved];
        RequireReserved(reserved);
        var named = reserved.ToHashSet(StringComparer.Ordinal);
        var taken = counts
            .Where(entry => entry.Value >= MinCount && !named.Contains(entry.Key))
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(MaxSize - reserved.Length)
            .ToArray();
        if (reserved.Length + taken.Length == 0)
        {
            throw new InvalidOperationException(
                Invariant($"The vocabulary would be empty: of {counts.Count} symbols none came {MinCount} times.")
            );
        }

        // Symbols that are not included will be encoded as the unknown symbol.
        var left =
            counts.Values.Sum()
            - taken.Sum(entry => entry.Value)
            - reserved.Sum(symbol => counts.GetValueOrDefault(symbol));
        var first = reserved.Select(symbol =>
            KeyValuePair.Create(symbol, counts.GetValueOrDefault(symbol) + (symbol == Unknown ? left : 0))
        );
        return new(tokenization, [.. first, .. taken], Unknown);
    }

    private void RequireReserved(string[] reserved)
    {
        if (
            !reserved.All(Vocabulary.IsSymbol)
            || reserved.Distinct(StringComparer.Ordinal).Count() < reserved.Length
            || reserved.Length > MaxSize
        )
        {
            throw new InvalidOperationException(
                Invariant(
                    $"Expected at most {MaxSize} reserved symbols, none of them empty or twice there, "
                        + $"got {Quote.Names(reserved)}."
                )
            );
        }
    }
}
