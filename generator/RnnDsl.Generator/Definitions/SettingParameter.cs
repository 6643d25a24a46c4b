namespace RnnDsl.Generator.Definitions;

/// <summary>A setting: an argument of the constructor that equations read as a number, the same for all examples, never trained.</summary>
/// <param name="Name">The field's name, and the argument's.</param>
/// <param name="Default">The number of the field's initialiser, or null: then callers give it.</param>
/// <param name="IsOwn">Whether the class has the field; the constructor passes others on to its cells and layers.</param>
public sealed record SettingParameter(string Name, double? Default, bool IsOwn);
