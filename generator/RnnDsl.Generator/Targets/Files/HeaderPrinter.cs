using RnnDsl.Generator.Costs;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Files;

/// <summary>
/// The first lines of a generated file: the equations as the user wrote them, the dims, the table of stages with what each
/// keeps, the choices that were made, and what an example costs.
/// </summary>
public static class HeaderPrinter
{
    public static IEnumerable<string> Lines(
        ScheduledDeclaration scheduled,
        Program? program,
        List<Region> regions,
        bool isWhole
    )
    {
        var definition = scheduled.Declaration.Definition;
        yield return "";
        yield return $"{scheduled.Declaration.Name}, a {Kind(definition.Kind)} compiled by RnnDsl.";
        yield return "";
        foreach (var equation in scheduled.Equations)
        {
            yield return "    " + equation;
        }

        if (definition.Dims.Count > 0)
        {
            yield return "";
            yield return "Dims: " + string.Join(", ", definition.Dims.Select(Dim));
        }

        if (program is null)
        {
            yield break;
        }

        foreach (var line in Stages(regions))
        {
            yield return line;
        }

        // The files of a program's passes show their stages; the file of its memory shows what holds for all of it.
        if (!isWhole)
        {
            yield break;
        }

        if (program.Derived.Names.Count > 0)
        {
            yield return "";
            yield return "Once a version of the parameters:";
            foreach (var equation in program.Derived.Equations)
            {
                yield return "    " + equation;
            }
        }

        if (program.Notes.Count > 0)
        {
            yield return "";
            yield return "Choices:";
            foreach (var note in program.Notes)
            {
                yield return "    " + note;
            }
        }

        yield return "";
        yield return "Costs of an example:";
        foreach (
            var line in CostText.Lines(program, name => definition.Dims.FirstOrDefault(d => d.Name == name)?.Default)
        )
        {
            yield return "    " + line;
        }
    }

    private static string Kind(DeclarationKind kind) =>
        kind switch
        {
            DeclarationKind.Cell => "cell",
            DeclarationKind.Layer => "layer",
            DeclarationKind.Training => "training loop",
            _ => "class of functions",
        };

    private static string Dim(DimParameter dim) =>
        dim.Default is { } size ? $"{dim.Name} ({CSharpText.Number(size)} by default)" : dim.Name;

    private static IEnumerable<string> Stages(List<Region> regions)
    {
        if (regions.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return "Stages:";
        foreach (var (region, title) in regions.Zip(RegionNames.Titles(regions), (region, title) => (region, title)))
        {
            var loop = region.Kind switch
            {
                RegionKind.Forward => "each step, first to last",
                RegionKind.Reverse => "each step, last to first",
                RegionKind.Each => "each step, several at once",
                _ => "once",
            };
            yield return $"    {title}, {loop}:";
            foreach (var stage in region.Stages)
            {
                yield return "        " + stage.Accept(StageSentence.Instance);
            }
        }
    }
}
