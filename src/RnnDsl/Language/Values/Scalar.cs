using System.Diagnostics;
using System.Globalization;
using RnnDsl.Parameters;

namespace RnnDsl;

/// <summary>
/// A single number of the reference execution. Numbers of C# convert to it, so that <c>1 - z</c> is an equation. As a field of a cell or
/// layer it is a parameter, and a view of the parameter store.
/// </summary>
[DebuggerDisplay("{Value}")]
public readonly partial record struct Scalar
{
    private readonly ParameterStore? store;
    private readonly int offset;
    private readonly double value;

    /// <param name="Value">The number, in double precision.</param>
    public Scalar(double Value) => value = Value;

    internal Scalar(ParameterStore store, int offset) => (this.store, this.offset) = (store, offset);

    /// <summary>The number, in double precision; of a parameter its newest one.</summary>
    public double Value
    {
        get => store is null ? value : store.Read(offset);
        init => (store, this.value) = (null, value);
    }

    /// <summary>A number as a scalar.</summary>
    public static implicit operator Scalar(double value) => new(value);

    /// <summary>A number as a scalar.</summary>
    public static implicit operator Scalar(float value) => new(value);

    /// <summary>A number as a scalar.</summary>
    public static implicit operator Scalar(int value) => new(value);

    /// <summary>The number.</summary>
    public static explicit operator double(Scalar scalar) => scalar.Value;

    /// <summary>The number, rounded to single precision.</summary>
    public static explicit operator float(Scalar scalar) => (float)scalar.Value;

    /// <summary>Whether the numbers are equal.</summary>
    public bool Equals(Scalar other) => Value.Equals(other.Value);

    /// <summary>The hash code of the number.</summary>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The number, in an out variable.</summary>
    public void Deconstruct(out double Value) => Value = this.Value;

    /// <summary>The number, in invariant culture.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
