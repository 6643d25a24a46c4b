namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>The grammar's first rule: a program declares dims, functions, cells, layers, a model and its training.</summary>
internal static class RandomProgram
{
    /// <summary>The source of the program of a seed.</summary>
    /// <param name="seed">Makes it.</param>
    /// <param name="space">The namespace that it is put into.</param>
    public static string Write(ulong seed, string space)
    {
        var draw = new Draw(seed);
        var isPerStep = draw.Percent(12);
        var program = new Declarations(draw)
        {
            IsPerStep = isPerStep,
            HasNoise = draw.Percent(25),
            HasReversals = !isPerStep && draw.Percent(50),
            HasOddNames = draw.Percent(15),
        };
        DimDeclarations.Add(program);
        Repeat(draw, 20, () => FunctionDeclarations.Add(program));
        Repeat(draw, 50, () => CellDeclarations.Add(program));
        Repeat(draw, 40, () => LayerDeclarations.Add(program));
        Models.Add(program);
        return $"namespace {space};\n\n{program}\n";
    }

    private static void Repeat(Draw draw, int percent, Action action)
    {
        while (draw.Percent(percent))
        {
            action();
        }
    }
}
