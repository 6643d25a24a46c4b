namespace RnnDsl.Generator.Tests.Targets.Mathematics;

/// <summary>Names in LaTeX.</summary>
internal static class LatexNames
{
    /// <summary>A value: <c>h_{t-1}</c>.</summary>
    /// <param name="name">The user's name.</param>
    /// <param name="index">The step, or null.</param>
    public static string Value(string name, string? index)
    {
        var letter = name.Length == 1 ? name : $@"\mathit{{{name.Replace("_", @"\_", StringComparison.Ordinal)}}}";
        return index is null ? letter : $"{letter}_{Subscript(index)}";
    }

    /// <summary>A parameter, whose name says what it is and what it belongs to: <c>W_{xi}</c> for <c>rnn.Wxi</c>.</summary>
    public static string Parameter(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return name.Length == 1 ? name : $"{name[0]}_{Subscript(name[1..])}";
    }

    private static string Subscript(string index) => index.Length == 1 ? index : $"{{{index}}}";
}
