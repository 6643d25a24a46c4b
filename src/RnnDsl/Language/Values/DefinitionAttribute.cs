using System.ComponentModel;

namespace RnnDsl;

/// <summary>
/// Holds a declaration's lowered equations, so that declarations of other assemblies can use it. The generator writes it and
/// reads it back.
/// </summary>
/// <param name="text">The definition, as the generator prints it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DefinitionAttribute(string text) : Attribute
{
    /// <summary>The definition, as the generator prints it.</summary>
    public string Text { get; } = text;
}
