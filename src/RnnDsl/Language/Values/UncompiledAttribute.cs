using System.ComponentModel;

namespace RnnDsl;

/// <summary>
/// Names a class that has no generated code, because the compiler reported an error in it when the generator read it. The generator
/// writes it; if the error is gone in the end, an analyzer reports the class.
/// </summary>
/// <param name="type">The metadata name of the class.</param>
/// <param name="error">The error; empty where there was none.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UncompiledAttribute(string type, string error) : Attribute
{
    /// <summary>The metadata name of the class.</summary>
    public string Type => type;

    /// <summary>The error; empty where there was none.</summary>
    public string Error => error;
}
