using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Tests.Targets.Mathematics;

/// <summary>The slots of a program's buffers as formulas: values of step t, which counts from 1; a state before the first is that of step 0.</summary>
internal sealed class SlotFormulas
{
    private readonly Dictionary<string, BufferKind> kinds;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> reverse = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Formula> rows = new(StringComparer.Ordinal);

    public SlotFormulas(Program program)
    {
        kinds = program.Buffers.ToDictionary(b => b.Name, b => b.Kind, StringComparer.Ordinal);
        foreach (var input in program.Inputs)
        {
            names[input.Buffer] = input.Name;
        }

        foreach (var region in program.Forward)
        {
            foreach (var store in region.Stages.OfType<FusedStage>().SelectMany(s => s.Epilogue.OfType<StoreStep>()))
            {
                names.TryAdd(store.Target.Buffer, store.Value);
                if (region.Kind == RegionKind.Reverse)
                {
                    reverse.Add(store.Target.Buffer);
                }
            }
        }
    }

    /// <summary>Whether a slot is the one of a row, which is written out where it is read.</summary>
    public bool IsRow(BufferRef slot) => kinds[slot.Buffer] == BufferKind.Row;

    /// <summary>What a row holds from here on.</summary>
    public void Put(BufferRef row, Formula value) => rows[row.Buffer] = value;

    public Formula Of(BufferRef slot) =>
        IsRow(slot) && rows.TryGetValue(slot.Buffer, out var value)
            ? value
            : new(LatexNames.Value(names.GetValueOrDefault(slot.Buffer, slot.Buffer), Index(slot)));

    private string? Index(BufferRef slot)
    {
        var isState = kinds[slot.Buffer] is BufferKind.States or BufferKind.Alternating;
        // Slot t of a forward loop's state is the one before step t + 1.
        var isBefore = isState && !reverse.Contains(slot.Buffer);
        return slot.Time switch
        {
            _ when IsRow(slot) => null,
            TimeIndex.Current => isBefore ? "t-1" : "t",
            TimeIndex.Next => isBefore ? "t" : "t+1",
            TimeIndex.First => isBefore ? "0" : "1",
            TimeIndex.Last => isBefore ? "T-1" : "T",
            TimeIndex.End => isBefore ? "T" : "T+1",
            _ => throw new InvalidOperationException($"no index for the slot {slot}"),
        };
    }
}
