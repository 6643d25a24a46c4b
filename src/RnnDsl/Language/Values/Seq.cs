using System.ComponentModel;
using System.Diagnostics;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>
/// A sequence: a vector of <typeparamref name="D"/> for every time step. Its operators work step by step; a vector or a scalar
/// operand is broadcast over the steps.
/// </summary>
/// <typeparam name="D">Names the width, the size of each step's vector.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct Seq<D>
    where D : IDim
{
    private readonly Numbers numbers;
    private readonly DimSize? size;

    /// <summary>A sequence of these numbers.</summary>
    /// <param name="values">Step by step: the first <paramref name="width"/> numbers are the first step.</param>
    /// <param name="width">The number of elements in a step; at least 1.</param>
    /// <exception cref="ArgumentException">The values do not divide into steps of that width.</exception>
    public Seq(ReadOnlySpan<double> values, int width)
        : this(new Numbers(values.ToArray()), width) { }

    /// <inheritdoc cref="Seq(ReadOnlySpan{double}, int)"/>
    public Seq(ReadOnlySpan<float> values, int width)
        : this(new Numbers(Numbers.From(values)), width) { }

    /// <inheritdoc cref="Seq(ReadOnlySpan{double}, int)"/>
    public Seq(float[] values, int width)
        : this(values.AsSpan(), width) { }

    /// <inheritdoc cref="Seq(ReadOnlySpan{double}, int)"/>
    public Seq(double[] values, int width)
        : this(values.AsSpan(), width) { }

    /// <inheritdoc cref="Seq(ReadOnlySpan{double}, int)"/>
    public Seq(ReadOnlyMemory<float> values, int width)
        : this(values.Span, width) { }

    /// <summary>A sequence of these vectors, one a step.</summary>
    /// <exception cref="ArgumentException">The vectors have different lengths.</exception>
    public Seq(params ReadOnlySpan<Vec<D>> steps)
    {
        Length = steps.Length;
        Width = steps.IsEmpty ? 0 : steps[0].Length;
        var values = new double[Length * Width];
        for (var t = 0; t < steps.Length; t++)
        {
            if (steps[t].Length != Width)
            {
                throw new ArgumentException(
                    Invariant(
                        $"Every step has the length of the first, {Shape.Of(steps[0])}; step {t} is {Shape.Of(steps[t])}."
                    ),
                    nameof(steps)
                );
            }

            if (!DimSize.TryJoin(size, steps[t].KnownSize, out size))
            {
                throw Shape.Mismatch("Seq", Shape.Of(steps[0]), Shape.Of(steps[t]));
            }

            steps[t].ToArray().CopyTo(values, t * Width);
        }

        numbers = new Numbers(values);
    }

    private Seq(Numbers numbers, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (numbers.Count % width != 0)
        {
            throw new ArgumentException(
                Invariant(
                    $"Seq<{typeof(D).Name}> has {width} values a step; {numbers.Count} values are not a whole number of steps."
                ),
                nameof(numbers)
            );
        }

        this.numbers = numbers;
        Width = width;
        Length = numbers.Count / width;
    }

    private Seq(Numbers numbers, Seq<D> like, DimSize? size)
    {
        (this.numbers, this.size) = (numbers, size);
        (Length, Width) = (like.Length, like.Width);
    }

    /// <summary>The number of steps.</summary>
    public int Length { get; }

    /// <summary>The number of elements in a step.</summary>
    public int Width { get; }

    /// <summary>The vector of the last step.</summary>
    /// <exception cref="InvalidOperationException">The sequence has no steps.</exception>
    public Vec<D> Last =>
        Length > 0
            ? this[Length - 1]
            : throw new InvalidOperationException($"Seq<{typeof(D).Name}> has no steps, so it has no last one.");

    /// <summary>The vector of one step.</summary>
    /// <param name="step">From 0 to <see cref="Length"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public Vec<D> this[int step]
    {
        get
        {
            if ((uint)step >= (uint)Length)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(step),
                    step,
                    Invariant($"{Shape.Of(this)} has no step {step}.")
                );
            }

            var values = new double[Width];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = numbers[(step * Width) + i];
            }

            return new Vec<D>(new Numbers(values), size);
        }
    }

    /// <summary>Applies a function to the vector of each step, from the first step to the last.</summary>
    /// <typeparam name="E">Names the width of the result.</typeparam>
    /// <param name="function">A method of a layer, or a lambda.</param>
    /// <returns>A sequence of as many steps.</returns>
    public Seq<E> Map<E>(Func<Vec<D>, Vec<E>> function)
        where E : IDim
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Vectors(Length, t => function(self[t]));
    }

    /// <summary>Applies a function that gives a number to the vector of each step, from the first step to the last.</summary>
    /// <param name="function">A lambda such as <c>x => Sum(x)</c>, or a method of a layer.</param>
    /// <returns>A number for each step.</returns>
    public Scalars Map(Func<Vec<D>, Scalar> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var self = this;
        return StepLoop.Numbers(Length, t => function(self[t]));
    }

    /// <summary>The same numbers, of a known width: a sequence made of an array does not know the parts of its dim.</summary>
    /// <param name="known">The number of elements in a step, and the parts of a <see cref="Cat{A, B}"/>.</param>
    /// <exception cref="ArgumentException">The sequence has another width.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Seq<D> Sized(DimSize known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return Length == 0 ? this
            : DimSize.TryJoin(size ?? Width, known, out var joined) ? new Seq<D>(numbers, this, joined)
            : throw Shape.Mismatch(Shape.Of(this), known);
    }

    /// <summary>A copy of the numbers, step by step.</summary>
    public double[] ToArray() => numbers.ToArray();

    /// <summary>The shape and the first steps: <c>Seq&lt;Value&gt;[3 steps of 1] (0.1) (0.2) (0.3)</c>.</summary>
    public override string ToString()
    {
        const int Shown = 4;
        var self = this;
        var steps = Enumerable
            .Range(0, Math.Min(Length, Shown))
            .Select(t => self.numbers.Format(t * self.Width, self.Width));
        return $"{Shape.Of(this)} {string.Join(' ', steps)}{(Length > Shown ? " ..." : "")}";
    }

    internal DimSize? KnownSize => size;

    internal Seq<D> MapElements(Func<double, double> function) => new(numbers.Map(function), this, size);

    internal Seq<D> Zip(Seq<D> other, string operation, Func<double, double, double> function)
    {
        if (Length != other.Length || Width != other.Width || !DimSize.TryJoin(size, other.size, out var joined))
        {
            throw Shape.Mismatch(operation, Shape.Of(this), Shape.Of(other));
        }

        return new Seq<D>(numbers.Zip(other.numbers, function), this, joined);
    }

    internal Seq<D> Zip(Vec<D> other, string operation, Func<double, double, double> function)
    {
        if (Width != other.Length || !DimSize.TryJoin(size, other.KnownSize, out var joined))
        {
            throw Shape.Mismatch(operation, Shape.Of(this), Shape.Of(other));
        }

        return new Seq<D>(numbers.ZipRows(other.Numbers, function), this, joined);
    }

    internal Seq<D> Zip(Scalars other, string operation, Func<double, double, double> function)
    {
        if (Length != other.Length)
        {
            throw Shape.Mismatch(operation, Shape.Of(this), Shape.Of(other));
        }

        var self = this;
        return StepLoop.Vectors(Length, t => self[t].MapElements(x => function(x, other.At(t))));
    }
}
