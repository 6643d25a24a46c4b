using System.Diagnostics;
using System.Globalization;

namespace RnnDsl;

/// <summary>A single number of the reference execution. Numbers of C# convert to it, so that <c>1 - z</c> is an equation.</summary>
/// <param name="Value">The number, in double precision.</param>
[DebuggerDisplay("{Value}")]
public readonly partial record struct Scalar(double Value)
{
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

    /// <summary>The number, in invariant culture.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
