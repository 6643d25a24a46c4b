namespace RnnDsl.Generator.Targets.Files;

/// <summary>Leaves the lowered definition on the class, where other assemblies read it from metadata.</summary>
public static class DefinitionAttributePrinter
{
    public static IEnumerable<string> Lines(string definition)
    {
        var text = definition.TrimEnd('\n');
        yield return "[global::RnnDsl.Definition(";
        yield return "\"\"\"";
        foreach (var line in text.Split('\n'))
        {
            yield return line;
        }

        yield return "\"\"\"";
        yield return ")]";
    }
}
