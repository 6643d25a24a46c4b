namespace RnnDsl.Generator.Definitions;

/// <summary>What a field's cell or layer gets for one of its settings.</summary>
/// <param name="Name">The setting, in the class of the field.</param>
/// <param name="Argument">The argument of the outer constructor; null where it is a number.</param>
/// <param name="Number">The number of <c>[With]</c>; 0 where it is an argument.</param>
public sealed record ChildSetting(string Name, string? Argument, double Number);
