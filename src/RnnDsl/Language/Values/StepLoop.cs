using System.ComponentModel;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>Runs a function at every step, from the first to the last: the loop of the reference execution.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class StepLoop
{
    /// <summary>The vectors that a function returns, one a step.</summary>
    /// <typeparam name="E">Names the width of the result.</typeparam>
    /// <param name="steps">How many steps.</param>
    /// <param name="function">What a step computes; it takes the number of the step, from 0.</param>
    public static Seq<E> Vectors<E>(int steps, Func<int, Vec<E>> function)
        where E : IDim => new(All(steps, function));

    /// <summary>The numbers that a function returns, one a step.</summary>
    /// <param name="steps">How many steps.</param>
    /// <param name="function">What a step computes; it takes the number of the step, from 0.</param>
    public static Scalars Numbers(int steps, Func<int, Scalar> function) =>
        new(Array.ConvertAll(All(steps, function), number => number.Value));

    /// <summary>The number of steps that the sequences of a cell have.</summary>
    /// <param name="sequences">The name of each argument, and its steps.</param>
    /// <exception cref="ArgumentException">The sequences have different lengths.</exception>
    public static int Count(params ReadOnlySpan<(string Name, int Steps)> sequences)
    {
        var first = sequences[0];
        foreach (var (name, steps) in sequences)
        {
            if (steps != first.Steps)
            {
                throw new ArgumentException(
                    Invariant($"'{name}' has {steps} steps, expected {first.Steps}, as '{first.Name}'."),
                    name
                );
            }
        }

        return first.Steps;
    }

    private static T[] All<T>(int steps, Func<int, T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var results = new T[steps];
        var noise = NoiseSteps.Begin();
        for (var t = 0; t < steps; t++)
        {
            noise.At(t);
            results[t] = function(t);
        }

        noise.End();
        return results;
    }
}
