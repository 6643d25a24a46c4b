using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs.Checks;

/// <summary>Checks the stages of regions: their names, and that the slots that they name exist where they name them.</summary>
internal sealed class ProgramStageCheck(Program program, ProgramBufferCheck buffers, List<string> errors)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly StageKindCheck kinds = new(program, buffers, errors);

    public void Check(EquatableArray<Region> regions)
    {
        foreach (var region in regions)
        {
            foreach (var stage in region.Stages)
            {
                if (!names.Add(stage.Name))
                {
                    errors.Add($"two stages are called {stage.Name}");
                }

                foreach (var access in StageAccess.Of(stage))
                {
                    // A sum over time reads all steps, in any region.
                    var isOverTime = stage.IsOverTime(access.Slot);
                    if (access.Slot.IsLast && !(stage.MayNameLast && region.Kind == RegionKind.Once))
                    {
                        errors.Add(
                            $"{stage.Name} names the last step of {access.Slot.Buffer}, which only copies outside of loops may"
                        );
                    }

                    if (isOverTime && region.Kind != RegionKind.Once)
                    {
                        errors.Add($"{stage.Name} runs over all steps, and that in each step of a loop");
                    }

                    buffers.Check(access.Slot, isOverTime ? RegionKind.Forward : region.Kind, stage.Name);
                }

                kinds.Run(stage);
            }
        }
    }
}
