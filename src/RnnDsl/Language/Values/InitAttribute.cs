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

    /// <summary>Uniform in a range.</summary>
    /// <param name="initializer"><see cref="Initializer.Uniform"/>.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    public InitAttribute(Initializer initializer, double low, double high)
        : this(initializer, low) => High = high;

    /// <summary>The numbers that a static method of the class gives.</summary>
    /// <param name="method">
    /// Its name, <c>nameof(Hippo)</c>: a <c>static float[] Hippo(int rows, int columns)</c> for a <c>Mat</c>, row by row, and a
    /// <c>static float[] Hippo(int size)</c> for a <c>Vec</c>. It may take an <c>ulong seed</c> behind the sizes, which depends on the seed of
    /// the model and on the path of the field.
    /// </param>
    public InitAttribute(string method)
        : this(Initializer.Zeros, 1) => Method = method;

    /// <summary>How the values are made.</summary>
    public Initializer Initializer { get; }

    /// <summary>
    /// The number of <see cref="Initializer.Constant"/>, the scale of the random initializers, the lower end of a range, the number of
    /// steps of <see cref="Initializer.Chrono"/>.
    /// </summary>
    public double Value { get; }

    /// <summary>The upper end of a range; null for none.</summary>
    public double? High { get; }

    /// <summary>The method that gives the values; null for none.</summary>
    public string? Method { get; }
}
