using RnnDsl.Generator.Scheduling.Model;

namespace RnnDsl.Generator.Scheduling;

/// <summary>Follows which slots have been written.</summary>
internal sealed class ProgramMemoryCheck
{
    private readonly Dictionary<string, BufferKind> kinds = new(StringComparer.Ordinal);
    private readonly HashSet<BufferRef> written = [];
    private readonly List<string> errors;

    public ProgramMemoryCheck(Program program, List<string> errors)
    {
        this.errors = errors;
        foreach (var buffer in program.Buffers)
        {
            if (kinds.ContainsKey(buffer.Name))
            {
                errors.Add($"two buffers are called {buffer.Name}");
            }

            kinds[buffer.Name] = buffer.Kind;
        }
    }

    public void Write(BufferRef slot, RegionKind kind)
    {
        Exists(slot, kind, "a store");
        written.Add(slot);
    }

    /// <summary>A loop is over: what it wrote at its steps stands at all of them.</summary>
    public void EndLoop(RegionKind kind)
    {
        foreach (var slot in written.ToList())
        {
            // Slots 0 and T stand for the ends of a state, in the order in which the loop ran.
            if (kind == RegionKind.Forward && slot.Time == TimeIndex.Next)
            {
                written.Add(slot with { Time = TimeIndex.End });
            }

            if (kind == RegionKind.Reverse && slot.Time == TimeIndex.Current)
            {
                written.Add(slot with { Time = TimeIndex.First });
            }
        }
    }

    public void Read(BufferRef slot, RegionKind kind, string reader)
    {
        Exists(slot, kind, reader);
        if (!IsWritten(slot, kind))
        {
            errors.Add($"{reader} reads {slot.Buffer} ({slot.Time}), which nothing has written");
        }
    }

    private bool IsWritten(BufferRef slot, RegionKind kind)
    {
        bool Has(TimeIndex time) => written.Contains(slot with { Time = time });
        return Has(slot.Time)
            || slot.Time switch
            {
                // The step before wrote it, and the initial state stands at the first step.
                TimeIndex.Current => (Has(TimeIndex.First) && Has(TimeIndex.Next))
                    || (kind != RegionKind.Reverse && Has(TimeIndex.First) && IsState(slot)),
                TimeIndex.Next => (Has(TimeIndex.End) && Has(TimeIndex.Current))
                    || (kind == RegionKind.Reverse && Has(TimeIndex.End) && IsState(slot)),
                TimeIndex.First => Has(TimeIndex.Current),
                TimeIndex.Last => Has(TimeIndex.Current) || (Has(TimeIndex.First) && Has(TimeIndex.Next)),
                TimeIndex.End => Has(TimeIndex.Next),
                _ => false,
            };
    }

    private bool IsState(BufferRef slot) => kinds[slot.Buffer] is BufferKind.States or BufferKind.Alternating;

    private void Exists(BufferRef slot, RegionKind region, string reader)
    {
        if (!kinds.TryGetValue(slot.Buffer, out var kind))
        {
            errors.Add($"{reader} needs the buffer {slot.Buffer}, which is not declared");
            kinds[slot.Buffer] = BufferKind.Row;
            return;
        }

        var isStep = slot.Time is TimeIndex.Current or TimeIndex.Next;
        var fits = kind switch
        {
            BufferKind.Row => slot.Time == TimeIndex.None,
            BufferKind.Steps => slot.Time is TimeIndex.Current or TimeIndex.First or TimeIndex.Last,
            _ => slot.Time != TimeIndex.None,
        };
        if (!fits || (isStep && region == RegionKind.Once))
        {
            errors.Add(
                $"{reader} names slot {slot.Time} of {slot.Buffer}, a buffer of kind {kind}, in a region {region}"
            );
        }
    }
}
