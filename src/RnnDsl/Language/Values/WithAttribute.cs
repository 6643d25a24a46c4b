namespace RnnDsl;

/// <summary>
/// Gives a setting of a cell or layer that is a field: <c>[With("dt", 0.5f)] Oscillators&lt;X, H&gt; slow;</c>. Without it a setting of a
/// field is an argument of the outer constructor, by its name, and fields with a setting of one name share it.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false, AllowMultiple = true)]
public sealed class WithAttribute : Attribute
{
    /// <summary>The setting is this number.</summary>
    /// <param name="setting">The name of the setting: <c>"dt"</c>.</param>
    /// <param name="number">The number; finite.</param>
    public WithAttribute(string setting, float number) => (Setting, Number) = (setting, number);

    /// <summary>The setting is an argument, or a setting, of the outer class, by another name.</summary>
    /// <param name="setting">The name of the setting: <c>"dt"</c>.</param>
    /// <param name="argument">The name that it has in the outer class: <c>"slowDt"</c>.</param>
    public WithAttribute(string setting, string argument) => (Setting, Argument) = (setting, argument);

    /// <summary>The name of the setting.</summary>
    public string Setting { get; }

    /// <summary>The number; 0 where <see cref="Argument"/> names one.</summary>
    public float Number { get; }

    /// <summary>The name that the setting has in the outer class, or null.</summary>
    public string? Argument { get; }
}
