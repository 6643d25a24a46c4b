using System.Diagnostics;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>
/// One symbol of a vocabulary: a word, a letter, a class. It is an index, not a quantity, so there is no arithmetic on it: <c>table[word]</c>
/// picks its row of a matrix, and <c>OneHot(word)</c> is a vector with 1 at its index.
/// </summary>
/// <typeparam name="V">Names the size of the vocabulary.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Token<V>
    where V : IDim
{
    /// <summary>A symbol.</summary>
    /// <param name="index">Which one, from 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of symbols in the vocabulary.</param>
    /// <exception cref="ArgumentOutOfRangeException">The vocabulary has no such symbol.</exception>
    public Token(int index, int count)
    {
        (Index, Count) = (index, count);
        if ((uint)index >= (uint)count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                Invariant($"A {Shape.Of(this)} is a number from 0 to {count - 1}.")
            );
        }
    }

    /// <summary>Which symbol, from 0 to <see cref="Count"/> - 1.</summary>
    public int Index { get; }

    /// <summary>The number of symbols in the vocabulary; 0 for a token that no constructor made.</summary>
    public int Count { get; }

    /// <summary>The vocabulary and the symbol: <c>Token&lt;Word&gt;[7142] 5</c>.</summary>
    public override string ToString() => $"{Shape.Of(this)} {Index}";
}
