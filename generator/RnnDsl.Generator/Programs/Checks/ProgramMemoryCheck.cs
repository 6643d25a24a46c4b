using System.Globalization;
using RnnDsl.Generator.Buffers;

namespace RnnDsl.Generator.Programs.Checks;

/// <summary>
/// Runs a program for a few steps without its numbers: it follows which value each slot of the memory holds, and finds what is read
/// before it is written, or after another buffer that shares the memory has written over it.
/// </summary>
internal sealed class ProgramMemoryCheck(Program program, int steps, ICollection<string> errors)
{
    private readonly Dictionary<string, BufferSpec> buffers = program.Buffers.ToDictionary(
        buffer => buffer.Name,
        StringComparer.Ordinal
    );

    private readonly Dictionary<(string Memory, int Slot), (string Buffer, int Slot)> held = [];

    /// <summary>The lengths to check: enough, since one step uses slots at most one step apart, and at most two alternate.</summary>
    public static IEnumerable<int> Steps => [1, 2, 3];

    public void Run()
    {
        foreach (var input in program.Inputs)
        {
            ForEachStep(input.Type.OverTime, t => Write(input.Buffer, t));
        }

        Run(program.Forward);
        foreach (var output in program.Outputs)
        {
            ForEachStep(output.Type.OverTime, t => Read(output.Source, t, "output " + output.Name));
        }

        Run(program.Backward);
        foreach (var gradient in program.Gradients)
        {
            foreach (var term in gradient.Terms)
            {
                ForEachStep(term.OverTime, t => Read(term, t, "gradient " + gradient.Parameter));
            }
        }
    }

    private void ForEachStep(bool overTime, Action<int> action)
    {
        for (var t = 0; t < (overTime ? steps : 1); t++)
        {
            action(t);
        }
    }

    private void Run(IEnumerable<Region> regions)
    {
        foreach (var region in regions)
        {
            if (region.Kind != RegionKind.Once)
            {
                ReadAhead(region);
            }

            if (region.Kind == RegionKind.Each)
            {
                foreach (var stage in region.Stages)
                {
                    Run(stage, t: 0, ofAllSteps: true);
                }

                continue;
            }

            ForEachStep(
                region.Kind != RegionKind.Once,
                t =>
                {
                    foreach (var stage in region.Stages)
                    {
                        Run(stage, region.Kind == RegionKind.Reverse ? steps - 1 - t : t, ofAllSteps: false);
                    }
                }
            );
        }
    }

    // Products of several steps may be one before the first of them runs.
    private void ReadAhead(Region region)
    {
        foreach (var stage in region.Stages.OfType<FusedStage>())
        {
            foreach (var segment in stage.Segments.Where(segment => segment.IsAhead))
            {
                ForEachStep(overTime: true, t => Read(segment.Operand, t, stage.Name + ", ahead of the steps,"));
            }
        }
    }

    // What is read row by row while other units are written already must still be there when the last ones are. Where steps may run
    // as one, so must what each of them reads while others write.
    private void Run(Stage stage, int t, bool ofAllSteps)
    {
        var accesses = StageAccess.Of(stage).ToList();
        var whole = accesses.Where(access => !access.Writes && access.Line is null).ToList();
        foreach (var access in whole.Concat(accesses.Except(whole)).Concat(stage is FusedStage ? whole : []))
        {
            var isOverTime = ofAllSteps || stage.IsOverTime(access.Slot);
            ForEachStep(
                isOverTime,
                step =>
                {
                    var now = isOverTime ? step : t;
                    if (access.Writes)
                    {
                        Write(access.Slot.Buffer, Index(access.Slot, now));
                    }
                    else
                    {
                        Read(access.Slot, now, stage.Name);
                    }
                }
            );
        }
    }

    private void Read(GradientTerm term, int t, string reader)
    {
        Read(new BufferRef(term.Adjoint, term.AdjointSlot), t, reader);
        if (term.Operand is { } operand)
        {
            Read(new BufferRef(operand, term.OperandSlot), t, reader);
        }
    }

    private void Read(BufferRef slot, int t, string reader)
    {
        var index = Index(slot, t);
        if (!held.TryGetValue(Place(slot.Buffer, index), out var found))
        {
            errors.Add($"{reader} reads {slot.Buffer} ({slot.Time}), which nothing has written");
        }
        else if (found.Buffer != slot.Buffer)
        {
            errors.Add($"{reader} reads {slot.Buffer} ({slot.Time}), where {found.Buffer} stands by then");
        }
        else if (found.Slot != index)
        {
            errors.Add($"{reader} reads {slot.Buffer} ({slot.Time}), where another step's value stands by then");
        }
    }

    private void Write(string buffer, int slot) => held[Place(buffer, slot)] = (buffer, slot);

    private (string Memory, int Slot) Place(string buffer, int slot) =>
        (buffers[buffer].Memory, buffers[buffer].Kind == BufferKind.Alternating ? slot % 2 : slot);

    private int Index(BufferRef slot, int t) =>
        slot.Time switch
        {
            TimeIndex.Current => t,
            TimeIndex.Next => t + 1,
            TimeIndex.After => 1,
            TimeIndex.Last => steps - 1,
            TimeIndex.End => steps,
            _ => 0,
        };
}
