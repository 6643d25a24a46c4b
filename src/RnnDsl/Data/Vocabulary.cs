using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// Numbers symbols - words, characters, labels - from 0, and texts with them. A <see cref="VocabularyBuilder"/> makes one of
/// texts; it does not change afterwards.
/// </summary>
public sealed class Vocabulary
{
    private readonly KeyValuePair<string, long>[] entries;
    private readonly string[] symbols;
    private readonly Dictionary<string, int> indices;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> found;
    private readonly int unknown;

    /// <param name="tokenization">How texts are cut into symbols.</param>
    /// <param name="entries">The symbols, at least one, each once, and their counts.</param>
    /// <param name="unknown">One of them, or null.</param>
    internal Vocabulary(Tokenization tokenization, KeyValuePair<string, long>[] entries, string? unknown)
    {
        Tokenization = tokenization;
        this.entries = entries;
        symbols = [.. entries.Select(static entry => entry.Key)];
        indices = new(entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < symbols.Length; i++)
        {
            indices.Add(symbols[i], i);
        }

        found = indices.GetAlternateLookup<ReadOnlySpan<char>>();
        this.unknown = unknown is null ? -1 : indices[unknown];
    }

    /// <summary>How texts are cut into symbols.</summary>
    public Tokenization Tokenization { get; }

    /// <summary>The number of symbols.</summary>
    public int Count => symbols.Length;

    /// <summary>The symbols, by their numbers.</summary>
    public IReadOnlyList<string> Symbols => symbols;

    /// <summary>The symbol that replaces any symbol not in the vocabulary; null if such a symbol is an error.</summary>
    public string? Unknown => unknown < 0 ? null : symbols[unknown];

    /// <summary>A vocabulary of these symbols, in this order, each a whole text: the labels of a classifier.</summary>
    /// <param name="symbols">At least one, none of them empty or repeated.</param>
    /// <exception cref="ArgumentException">There is no symbol, or one is empty, repeated, or not valid UTF-16.</exception>
    public static Vocabulary Of(params IEnumerable<string> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        string[] all = [.. symbols];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var odd = Array.FindIndex(all, symbol => !IsSymbol(symbol) || !seen.Add(symbol));
        return all.Length > 0 && odd < 0
            ? new(Tokenization.Whole, [.. all.Select(symbol => KeyValuePair.Create(symbol, 0L))], unknown: null)
            : throw new ArgumentException(
                "Expected at least one symbol, none of them empty, twice there or not valid UTF-16, "
                    + (odd < 0 ? "got none." : Invariant($"got {Quote.Text(all[odd])} at {odd}.")),
                nameof(symbols)
            );
    }

    /// <summary>How often a symbol occurred in the texts that the vocabulary was built from.</summary>
    /// <param name="index">Its number; that of <see cref="Unknown"/> counts all symbols that it replaces.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such symbol.</exception>
    public long CountOf(int index) => entries[RequireIndex(index)].Value;

    /// <summary>The symbol with a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such symbol.</exception>
    public string SymbolOf(int index) => symbols[RequireIndex(index)];

    /// <summary>Looks a symbol up, without the unknown symbol.</summary>
    public bool TryFind(ReadOnlySpan<char> symbol, out int index) => found.TryGetValue(symbol, out index);

    /// <summary>The number of a symbol, or else that of <see cref="Unknown"/>.</summary>
    /// <exception cref="ArgumentException">The symbol is not in the vocabulary, which has no unknown symbol.</exception>
    public int IndexOf(ReadOnlySpan<char> symbol) =>
        found.TryGetValue(symbol, out var index) ? index
        : unknown >= 0 ? unknown
        : throw new ArgumentException(
            $"{Quote.Text(symbol)} is not in the vocabulary: {Quote.Names(symbols)}.",
            nameof(symbol)
        );

    /// <summary>Cuts a text into symbols and numbers them.</summary>
    /// <param name="text">The text; one without a symbol, such as an empty one, gives an empty array.</param>
    /// <exception cref="ArgumentException">
    /// A symbol is not in the vocabulary, which has no unknown symbol, or the text is not valid UTF-16; the message says where.
    /// </exception>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = new List<int>();
        var tokens = new Symbols(text, Tokenization);
        while (tokens.Next())
        {
            if (!found.TryGetValue(tokens.Current, out var index))
            {
                index =
                    unknown >= 0
                        ? unknown
                        : throw new ArgumentException(
                            Invariant(
                                $"Symbol {numbers.Count + 1} of the text, {Quote.Text(tokens.Current)} at character "
                                    + $"{tokens.Start + 1}, is not among the {Count} of the vocabulary, and it has no symbol "
                                    + $"for unknown ones: build it from this text too, or with Unknown set."
                            ),
                            nameof(text)
                        );
            }

            numbers.Add(index);
        }

        return [.. numbers];
    }

    /// <summary>
    /// The text of symbol numbers: characters are joined directly, words and whole texts with a space.
    /// </summary>
    /// <exception cref="ArgumentException">There is no symbol with one of the numbers.</exception>
    public string Decode(ReadOnlySpan<int> numbers)
    {
        var text = new StringBuilder();
        for (var i = 0; i < numbers.Length; i++)
        {
            if ((uint)numbers[i] >= (uint)Count)
            {
                throw new ArgumentException(
                    Invariant($"Expected numbers of symbols, 0 to {Count - 1}, got {numbers[i]} at {i}."),
                    nameof(numbers)
                );
            }

            if (i > 0 && Tokenization != Tokenization.Characters)
            {
                text.Append(' ');
            }

            text.Append(symbols[numbers[i]]);
        }

        return text.ToString();
    }

    /// <summary>Writes the vocabulary, as <see cref="ToText"/> has it; an old file is replaced when the new is complete.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToText())));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">It is no vocabulary, or a damaged one; the message names the line.</exception>
    public static Vocabulary Load(string path)
    {
        using var reader = DataFile.Open(path);
        return VocabularyText.Read(reader, path);
    }

    /// <summary>
    /// The vocabulary as text, to keep with a model (<see cref="Parameters.ParameterStore.Save(string, IReadOnlyDictionary{string, string})"/>):
    /// a line each for the format's name, the tokenization, the unknown symbol and the number of symbols, then one for each
    /// symbol, with its count and a tab before it.
    /// </summary>
    public string ToText() => VocabularyText.Write(this);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The source of the text, for messages.</param>
    /// <exception cref="DataFormatException">It is no vocabulary, or a damaged one; the message names the line.</exception>
    public static Vocabulary FromText(string text, string source = "vocabulary")
    {
        ArgumentNullException.ThrowIfNull(text);
        using var reader = new StringReader(text);
        return VocabularyText.Read(reader, source);
    }

    /// <summary>Whether a text can be a symbol: it is not empty, and UTF-8 can hold it.</summary>
    internal static bool IsSymbol([NotNullWhen(true)] string? symbol)
    {
        for (var at = 0; at < symbol?.Length; )
        {
            if (Rune.DecodeFromUtf16(symbol.AsSpan(at), out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            at += length;
        }

        return !string.IsNullOrEmpty(symbol);
    }

    private int RequireIndex(int index) =>
        (uint)index < (uint)Count
            ? index
            : throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                Invariant($"Expected the number of a symbol, 0 to {Count - 1}.")
            );
}
