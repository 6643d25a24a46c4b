using RnnDsl.Generator.Costs;
using RnnDsl.Generator.Scheduling;
using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit;

/// <summary>The first lines of a generated file: the equations as the user wrote them, the dims, the stages, the choices.</summary>
public static class HeaderPrinter
{
    public static IEnumerable<string> Lines(ScheduledDeclaration scheduled, Program? program)
    {
        var definition = scheduled.Declaration.Definition;
        yield return "";
        yield return $"{scheduled.Declaration.Name}, a {definition.Kind.ToString().ToLowerInvariant()} compiled by RnnDsl.";
        foreach (var method in definition.Methods)
        {
            yield return "";
            foreach (var equation in method.Equations)
            {
                yield return "    " + equation;
            }
        }

        if (definition.Dims.Count > 0)
        {
            yield return "";
            yield return "Dims: "
                + string.Join(
                    ", ",
                    definition.Dims.Select(d =>
                        d.Default is { } size ? $"{d.Name} ({CSharpText.Number(size)} by default)" : d.Name
                    )
                );
        }

        if (program is null)
        {
            yield break;
        }

        yield return "";
        yield return "Stages:";
        foreach (var region in program.Forward.Concat(program.Backward))
        {
            foreach (var stage in region.Stages.OfType<FusedStage>())
            {
                var loop = region.Kind == RegionKind.Once ? "once" : "each step";
                var products = string.Join(" + ", stage.Segments.Select(s => $"{s.Pack}·{s.Operand.Buffer}"));
                yield return $"    {region.Title}, {loop}: {(products.Length == 0 ? "elementwise" : products)}";
            }
        }

        yield return "";
        yield return "Costs of one example:";
        foreach (
            var line in CostText.Lines(program, name => definition.Dims.FirstOrDefault(d => d.Name == name)?.Default)
        )
        {
            yield return "    " + line;
        }

        foreach (var note in program.Notes)
        {
            yield return note;
        }
    }
}
