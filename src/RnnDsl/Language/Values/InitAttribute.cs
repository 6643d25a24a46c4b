namespace RnnDsl;

/// <summary>Says how a parameter gets its first values: <c>[Init(1)] Vec&lt;H&gt; bf;</c>.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class InitAttribute : Attribute
{
    /// <summary>All elements are the same number.</summary>
    /// <param name="value">The number.</param>
    public InitAttribute(int value)
        : this(Initializer.Constant, value) { }

    /// <summary>All elements are the same number.</summary>
    /// <param name="value">The number.</param>
    public InitAttribute(double value)
        : this(Initializer.Constant, value) { }

    /// <summary>An initializer, with its number.</summary>
    /// <param name="initializer">How the values are made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random ones.</param>
    public InitAttribute(Initializer initializer, double value = 1)
    {
        Initializer = initializer;
        Value = value;
    }

    /// <summary>How the values are made.</summary>
    public Initializer Initializer { get; }

    /// <summary>The number of <see cref="Initializer.Constant"/>, the scale of the random initializers.</summary>
    public double Value { get; }
}
