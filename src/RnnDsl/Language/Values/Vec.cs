using System.ComponentModel;
using System.Diagnostics;
using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>
/// A vector of real numbers, of the size that the dim <typeparamref name="D"/> names: the value that equations compute with.
/// Its operators work element by element. As a field of a cell or layer it is a parameter, and a view of the parameter store.
/// </summary>
/// <typeparam name="D">Names the size.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct Vec<D>
    where D : IDim
{
    private readonly Numbers numbers;
    private readonly DimSize? size;

    /// <summary>A vector of these numbers.</summary>
    public Vec(params ReadOnlySpan<double> values) => numbers = new Numbers(values.ToArray());

    /// <summary>A vector of these numbers.</summary>
    public Vec(ReadOnlySpan<float> values) => numbers = new Numbers(Numbers.From(values));

    /// <summary>A vector of these numbers.</summary>
    public Vec(double[] values)
        : this(values.AsSpan()) { }

    /// <summary>A vector of these numbers.</summary>
    public Vec(float[] values)
        : this(values.AsSpan()) { }

    internal Vec(Numbers numbers, DimSize? size = null) => (this.numbers, this.size) = (numbers, size);

    internal Vec(ParameterStore store, int offset, DimSize size)
        : this(new Numbers(store, offset, size.Total), size) { }

    /// <summary>The number of elements; 0 for a field that no constructor filled.</summary>
    public int Length => numbers.Count;

    internal Numbers Numbers => numbers;

    internal DimSize Size => size ?? Length;

    /// <summary>The size, if any part of it is known; else null.</summary>
    internal DimSize? KnownSize => size;

    /// <summary>The number at a position.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public double this[int index] =>
        (uint)index < (uint)Length
            ? numbers[index]
            : throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                Invariant($"{Shape.Of(this)} has no element {index}.")
            );

    /// <summary>The vector of zeros.</summary>
    /// <param name="length">The number of elements.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static Vec<D> Zero(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new Vec<D>(new Numbers(new double[length]));
    }

    /// <summary>The vector of zeros of a dim.</summary>
    /// <param name="size">The number of elements, and the parts of a <see cref="Cat{A, B}"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Vec<D> Zero(DimSize size)
    {
        ArgumentNullException.ThrowIfNull(size);
        return new Vec<D>(new Numbers(new double[size.Total]), size);
    }

    /// <summary>The same numbers, of a known size: a vector made of an array does not know the parts of its dim.</summary>
    /// <param name="known">The number of elements, and the parts of a <see cref="Cat{A, B}"/>.</param>
    /// <exception cref="ArgumentException">The vector has another size.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Vec<D> Sized(DimSize known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return DimSize.TryJoin(Size, known, out var joined)
            ? new Vec<D>(numbers, joined)
            : throw Shape.Mismatch(Shape.Of(this), known);
    }

    /// <summary>A copy of the numbers.</summary>
    public double[] ToArray() => numbers.ToArray();

    /// <summary>The shape and the first numbers: <c>Vec&lt;Hidden&gt;[3] (0.1, 0.2, 0.3)</c>.</summary>
    public override string ToString() => $"{Shape.Of(this)} {numbers.Format(0, Length)}";

    internal Vec<D> MapElements(Func<double, double> function) => new(numbers.Map(function), size);

    /// <summary>Other numbers of the same size.</summary>
    internal Vec<D> With(double[] values) => new(new Numbers(values), size);

    internal Vec<D> Zip(Vec<D> other, string operation, Func<double, double, double> function)
    {
        if (Length != other.Length || !DimSize.TryJoin(size, other.size, out var joined))
        {
            throw Shape.Mismatch(operation, Shape.Of(this), Shape.Of(other));
        }

        return new Vec<D>(numbers.Zip(other.numbers, function), joined);
    }

    /// <summary>At every step each element with the number of the step.</summary>
    internal Seq<D> Zip(Scalars other, string operation, Func<double, double, double> function)
    {
        _ = operation;
        var self = this;
        return other.Map(s => self.MapElements(v => function(v, s.Value)));
    }
}
