namespace RnnDsl;

/// <summary>
/// Says how many layers an array of a declared class holds: <c>[Count(3)] Lstm&lt;H, H&gt;[] rest;</c>. Loops over it are written out
/// when the class is compiled.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class CountAttribute : Attribute
{
    /// <summary>A number.</summary>
    /// <param name="count">The number of layers; at least 1.</param>
    public CountAttribute(int count) => Plus = count;

    /// <summary>
    /// As many as a type parameter of the class says. The dim that is given for it needs a <see cref="DimAttribute"/>, whose number is used.
    /// </summary>
    /// <param name="dim">The type parameter: <c>nameof(Depth)</c>.</param>
    /// <param name="plus">The offset to the number of the dim; may be negative.</param>
    public CountAttribute(string dim, int plus = 0)
    {
        Dim = dim;
        Plus = plus;
    }

    /// <summary>The type parameter, or null.</summary>
    public string? Dim { get; }

    /// <summary>The number, or the offset to that of <see cref="Dim"/>.</summary>
    public int Plus { get; }
}
