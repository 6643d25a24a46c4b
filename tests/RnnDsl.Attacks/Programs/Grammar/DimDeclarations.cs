namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Declares dims.</summary>
internal static class DimDeclarations
{
    private static readonly int[] sizes = [1, 2, 3, 4, 7, 8, 9, 16, 17, 33];

    public static void Add(Declarations program)
    {
        var draw = program.Draw;
        foreach (var name in new[] { "Alpha", "Beta", "Gamma", "Delta" }.Take(1 + draw.Below(4)))
        {
            program.Dims.Add(Declare(program, name, draw.Percent(30) ? draw.Of(sizes) : null));
        }

        program.Vocabularies.Add(Declare(program, "Word", draw.Percent(30) ? draw.Of(sizes) : null));
        program.Vocabularies.Add(draw.Of(program.Dims));
        program.Depths.Add(Declare(program, "Storeys", 1 + draw.Below(3)));
    }

    private static Dim Declare(Declarations program, string name, int? size)
    {
        var attribute = size is { } number
            ? $"[Dim({number.ToString(System.Globalization.CultureInfo.InvariantCulture)})]\n"
            : "";
        program.Add($"{attribute}public readonly struct {name} : IDim;");
        return new(name);
    }
}
