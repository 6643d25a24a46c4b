using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Buffers;

/// <summary>Collects what a program does with its buffers.</summary>
internal sealed class BufferLives
{
    private readonly Program program;
    private readonly List<SlotAccess> accesses = [];

    private BufferLives(Program program) => this.program = program;

    /// <summary>The life of each buffer that is used.</summary>
    public static IReadOnlyList<BufferLife> Of(Program program)
    {
        var lives = new BufferLives(program);
        var regions = program.Regions.ToList();
        for (var i = 0; i < regions.Count; i++)
        {
            lives.AddRegion(regions[i], i);
        }

        lives.AddEnds(before: new Moment(-1, 0, 0, 0), after: new Moment(regions.Count, 0, 0, 0));
        var bySlot = lives.accesses.ToLookup(access => access.Slot.Buffer, StringComparer.Ordinal);
        return program
            .Buffers.Where(buffer => bySlot.Contains(buffer.Name))
            .Select(buffer => new BufferLife(buffer, bySlot[buffer.Name].ToList()))
            .ToList();
    }

    private void AddRegion(Region region, int index)
    {
        for (var i = 0; i < region.Stages.Count; i++)
        {
            foreach (var (slot, writes, line) in StageAccess.Of(region.Stages[i]))
            {
                // In a loop, a slot that does not go with the step is needed at every step, and so is the sum of all steps.
                var isStep = slot.Time is TimeIndex.Current or TimeIndex.Next && !region.Stages[i].IsOverTime(slot);
                var isThroughout = region.Kind != RegionKind.Once && !isStep;
                var at = new Moment(index, Delay(region.Kind, slot.Time), i, 0);
                var first = isThroughout ? at with { Delay = int.MinValue } : at with { Line = line ?? int.MinValue };
                var last = isThroughout ? at with { Delay = int.MaxValue } : at with { Line = line ?? int.MaxValue };
                accesses.Add(new SlotAccess(slot, writes, first, last));
            }
        }
    }

    private static int Delay(RegionKind kind, TimeIndex time) =>
        (kind, time) switch
        {
            (RegionKind.Forward, TimeIndex.Next) => -1,
            (RegionKind.Reverse, TimeIndex.Next) => 1,
            _ => 0,
        };

    // Arguments are live before the first region; results are read, and gradients summed, after the last one.
    private void AddEnds(Moment before, Moment after)
    {
        foreach (var input in program.Inputs)
        {
            accesses.Add(new SlotAccess(input.Slot, Writes: true, before, before));
            Read(input.Slot);
        }

        foreach (var output in program.Outputs)
        {
            Read(output.Source);
        }

        foreach (var term in program.Gradients.SelectMany(gradient => gradient.Terms))
        {
            Read(new BufferRef(term.Adjoint, term.AdjointSlot));
            if (term.Operand is { } operand)
            {
                Read(new BufferRef(operand, term.OperandSlot));
            }
        }

        void Read(BufferRef slot) => accesses.Add(new SlotAccess(slot, Writes: false, after, after));
    }
}
