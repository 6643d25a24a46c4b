using System.Buffers;
using System.Text;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>Cuts a text into symbols one after the other, as views of it.</summary>
internal ref struct Symbols(ReadOnlySpan<char> text, Tokenization tokenization)
{
    private readonly ReadOnlySpan<char> text = text;
    private int end;

    /// <summary>Where the symbol that was found last begins, from 0, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>The symbol that was found last.</summary>
    public readonly ReadOnlySpan<char> Current => text[Start..end];

    /// <summary>Finds the next symbol; false at the end of the text.</summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair there.</exception>
    public bool Next()
    {
        Start = end;
        if (tokenization == Tokenization.Words)
        {
            while (Start < text.Length && char.IsWhiteSpace(text[Start]))
            {
                Start++;
            }
        }

        end = Start;
        while (end < text.Length && !(tokenization == Tokenization.Words && char.IsWhiteSpace(text[end])))
        {
            end += Character(end);
            if (tokenization == Tokenization.Characters)
            {
                break;
            }
        }

        return end > Start;
    }

    private readonly int Character(int at) =>
        Rune.DecodeFromUtf16(text[at..], out _, out var length) == OperationStatus.Done
            ? length
            : throw new ArgumentException(
                Invariant(
                    $"The text has half of a surrogate pair, \\u{(int)text[at]:X4}, at character {at + 1}: "
                        + $"expected valid UTF-16."
                )
            );
}
