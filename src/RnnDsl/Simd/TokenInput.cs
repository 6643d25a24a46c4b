using System.ComponentModel;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Simd;

/// <summary>Checks a caller's tokens and writes their numbers, as floats, into the rows of a program.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TokenInput
{
    /// <summary>The largest vocabulary: a float holds every number below it exactly.</summary>
    public const int LargestVocabulary = 1 << 24;

    /// <summary>Writes a token into slot 0.</summary>
    /// <param name="token">From 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of symbols in the vocabulary.</param>
    /// <param name="target">The input of the program, of width 1.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="name">The argument's name, for messages.</param>
    /// <param name="example">The example's index, for messages.</param>
    /// <exception cref="ArgumentException">The vocabulary has no such token, or has too many.</exception>
    public static void Copy(int token, int count, RowBuffer target, int row, string name, in Place example)
    {
        CheckVocabulary(count, name);
        if ((uint)token >= (uint)count)
            throw Wrong(
                name,
                example,
                Invariant($"is {token}, expected 0 to {count - 1}: the vocabulary has {count} tokens")
            );
        target.Row(0, row)[0] = token;
    }

    /// <summary>Writes a sequence of tokens, step t into slot t.</summary>
    /// <param name="tokens">One for each step, from 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of symbols in the vocabulary.</param>
    /// <param name="target">The input of the program, of width 1.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="steps">The steps of the batch.</param>
    /// <param name="name">The argument's name, for messages.</param>
    /// <param name="example">The example's index, for messages.</param>
    /// <exception cref="ArgumentException">
    /// There are more or fewer steps, the vocabulary has no such token, or has too many.
    /// </exception>
    public static void CopySequence(
        ReadOnlySpan<int> tokens,
        int count,
        RowBuffer target,
        int row,
        int steps,
        string name,
        in Place example
    )
    {
        CheckVocabulary(count, name);
        if (tokens.Length != steps)
            throw Wrong(
                name,
                example,
                Invariant($"has {tokens.Length} steps, expected {steps}, as the example's first sequence")
            );
        for (var step = 0; step < steps; step++)
        {
            var token = tokens[step];
            if ((uint)token >= (uint)count)
            {
                throw Wrong(
                    name,
                    example,
                    Invariant(
                        $"is {token} at step {step}, expected 0 to {count - 1}: the vocabulary has {count} tokens"
                    )
                );
            }

            target.Row(step, row)[0] = token;
        }
    }

    private static void CheckVocabulary(int count, string name)
    {
        if (count > LargestVocabulary)
        {
            throw new ArgumentException(
                Invariant(
                    $"The vocabulary of '{name}' has {count} tokens; a program takes at most {LargestVocabulary}."
                ),
                name
            );
        }
    }

    private static ArgumentException Wrong(string name, in Place example, string what) =>
        new($"{example}: '{name}' {what}.", name);
}
