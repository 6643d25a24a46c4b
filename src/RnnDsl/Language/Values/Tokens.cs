using System.Diagnostics;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>A sequence of symbols of one vocabulary: a <see cref="Token{V}"/> for every time step.</summary>
/// <typeparam name="V">Names the size of the vocabulary.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct Tokens<V>
    where V : IDim
{
    private readonly int[]? indices;

    /// <summary>A sequence of these symbols.</summary>
    /// <param name="indices">Which ones, step by step; each from 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of symbols in the vocabulary.</param>
    /// <exception cref="ArgumentOutOfRangeException">The vocabulary has no such symbol; the message names the step.</exception>
    public Tokens(ReadOnlySpan<int> indices, int count)
    {
        this.indices = indices.ToArray();
        Count = count;
        for (var step = 0; step < indices.Length; step++)
        {
            if ((uint)indices[step] >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices),
                    indices[step],
                    Invariant($"Step {step} of {Shape.Of(this)} is no number from 0 to {count - 1}.")
                );
            }
        }
    }

    /// <summary>The number of steps.</summary>
    public int Length => indices?.Length ?? 0;

    /// <summary>The number of symbols in the vocabulary.</summary>
    public int Count { get; }

    /// <summary>The symbol of the last step.</summary>
    /// <exception cref="InvalidOperationException">The sequence has no steps.</exception>
    public Token<V> Last =>
        Length > 0
            ? this[Length - 1]
            : throw new InvalidOperationException($"Tokens<{typeof(V).Name}> has no steps, so it has no last one.");

    /// <summary>The symbol of one step.</summary>
    /// <param name="step">From 0 to <see cref="Length"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public Token<V> this[int step] =>
        (uint)step < (uint)Length
            ? new Token<V>(indices![step], Count)
            : throw new ArgumentOutOfRangeException(
                nameof(step),
                step,
                Invariant($"{Shape.Of(this)} has no step {step}.")
            );

    /// <summary>Applies a function to the symbol of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the result.</typeparam>
    /// <param name="function">A method of a layer, or a lambda.</param>
    /// <returns>A sequence of as many steps.</returns>
    public Seq<E> Map<E>(Func<Token<V>, Vec<E>> function)
        where E : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Vectors(Length, t => function(self[t]));
    }

    /// <summary>Applies a function that gives a number to the symbol of each step, from the first step to the last.</summary>
    /// <param name="function">A lambda such as <c>x => Sum(table[x])</c>, or a method of a layer.</param>
    /// <returns>A number for each step.</returns>
    public Scalars Map(Func<Token<V>, Scalar> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Numbers(Length, t => function(self[t]));
    }

    /// <summary>A copy of the symbols' numbers, step by step.</summary>
    public int[] ToArray() => indices is null ? [] : [.. indices];

    /// <summary>The vocabulary and the first symbols: <c>Tokens&lt;Word&gt;[3 steps of 7142] 5 0 2</c>.</summary>
    public override string ToString()
    {
        const int Shown = 8;
        return $"{Shape.Of(this)} {string.Join(' ', ToArray().Take(Shown))}{(Length > Shown ? " ..." : "")}";
    }
}
