using System.Diagnostics;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>
/// A number for every time step: a mask, the time since the step before, a weight. Its operators work step by step; a scalar operand
/// is broadcast over the steps, and with a <see cref="Seq{D}"/> or a <see cref="Vec{D}"/> the number of a step goes with each element
/// of that step.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct Scalars
{
    private readonly double[]? numbers;

    /// <summary>A sequence of these numbers, one a step.</summary>
    public Scalars(params ReadOnlySpan<double> steps) => numbers = steps.ToArray();

    /// <inheritdoc cref="Scalars(ReadOnlySpan{double})"/>
    public Scalars(ReadOnlySpan<float> steps) => numbers = Numbers.From(steps);

    /// <inheritdoc cref="Scalars(ReadOnlySpan{double})"/>
    public Scalars(double[] steps)
        : this(steps.AsSpan()) { }

    /// <inheritdoc cref="Scalars(ReadOnlySpan{double})"/>
    public Scalars(float[] steps)
        : this(steps.AsSpan()) { }

    /// <inheritdoc cref="Scalars(ReadOnlySpan{double})"/>
    public Scalars(ReadOnlyMemory<float> steps)
        : this(steps.Span) { }

    /// <summary>The number of steps.</summary>
    public int Length => numbers?.Length ?? 0;

    /// <summary>The number of the last step.</summary>
    /// <exception cref="InvalidOperationException">The sequence has no steps.</exception>
    public Scalar Last =>
        Length > 0
            ? this[Length - 1]
            : throw new InvalidOperationException("Scalars has no steps, so it has no last one.");

    /// <summary>The number of one step.</summary>
    /// <param name="step">From 0 to <see cref="Length"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public Scalar this[int step] =>
        (uint)step < (uint)Length
            ? numbers![step]
            : throw new ArgumentOutOfRangeException(
                nameof(step),
                step,
                Invariant($"{Shape.Of(this)} has no step {step}.")
            );

    /// <summary>Applies a function to the number of each step, from the first step to the last.</summary>
    /// <param name="function">A lambda, or a method.</param>
    /// <returns>A sequence of as many steps.</returns>
    public Scalars Map(Func<Scalar, Scalar> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Numbers(Length, t => function(self[t]));
    }

    /// <summary>Applies a function to the number of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the result.</typeparam>
    /// <param name="function">A lambda, or a method of a layer.</param>
    /// <returns>A sequence of as many steps.</returns>
    public Seq<E> Map<E>(Func<Scalar, Vec<E>> function)
        where E : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Vectors(Length, t => function(self[t]));
    }

    /// <summary>A copy of the numbers, step by step.</summary>
    public double[] ToArray() => numbers is null ? [] : [.. numbers];

    /// <summary>The shape and the first numbers: <c>Scalars[3 steps] (0.1, 0.2, 0.3)</c>.</summary>
    public override string ToString() => $"{Shape.Of(this)} {new Numbers(numbers ?? []).Format(0, Length)}";

    internal Scalars MapElements(Func<double, double> function) =>
        new(Array.ConvertAll(numbers ?? [], a => function(a)));

    internal double At(int step) => numbers![step];

    internal Scalars Zip(Scalars other, string operation, Func<double, double, double> function)
    {
        if (Length != other.Length)
        {
            throw Shape.Mismatch(operation, Shape.Of(this), Shape.Of(other));
        }

        var result = new double[Length];
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = function(numbers![t], other.numbers![t]);
        }

        return new Scalars(result);
    }
}
