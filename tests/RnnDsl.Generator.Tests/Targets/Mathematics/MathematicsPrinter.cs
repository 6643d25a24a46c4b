using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Tests.Targets.Mathematics;

/// <summary>Prints the forward pass of a program as equations in LaTeX, those of a loop behind the steps that it takes.</summary>
/// <param name="program">The program.</param>
/// <param name="textOf">The text of each op.</param>
internal sealed partial class MathematicsPrinter(Program program, Func<Op, OpText> textOf)
{
    private readonly Func<Op, OpText> textOf = textOf;
    private readonly SlotFormulas slots = new(program);
    private readonly HashSet<string> outputs = [.. program.Outputs.Select(output => output.Source.Buffer)];
    private readonly Dictionary<string, PackSpec> packs = program.Packs.ToDictionary(
        pack => pack.Name,
        StringComparer.Ordinal
    );
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Print()
    {
        foreach (var region in program.Forward)
        {
            if (region.Kind != RegionKind.Once)
            {
                lines.Add(region.Kind == RegionKind.Reverse ? @"t = T, \ldots, 1" : @"t = 1, \ldots, T");
            }

            var stages = new StageFormulas(this, isLoop: region.Kind != RegionKind.Once);
            foreach (var stage in region.Stages)
            {
                stages.Run(stage);
            }
        }

        return lines;
    }

    private void Write(BufferRef target, Formula value)
    {
        if (!IsEquation(target))
        {
            slots.Put(target, value);
            return;
        }

        lines.Add($"{slots.Of(target).Text} = {value.Text}");
    }

    // A row is written out where it is read, unless it is a result.
    private bool IsEquation(BufferRef target) => !slots.IsRow(target) || outputs.Contains(target.Buffer);
}
