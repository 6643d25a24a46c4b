using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs.Checks;

/// <summary>Checks that buffers and the slots of them exist, and that those which share memory are of one shape.</summary>
internal sealed class ProgramBufferCheck
{
    private readonly Dictionary<string, BufferSpec> buffers = new(StringComparer.Ordinal);
    private readonly List<string> errors;

    public ProgramBufferCheck(Program program, List<string> errors)
    {
        this.errors = errors;
        foreach (var buffer in program.Buffers)
        {
            if (buffers.ContainsKey(buffer.Name))
            {
                errors.Add($"two buffers are called {buffer.Name}");
            }

            buffers[buffer.Name] = buffer;
        }

        foreach (var memory in program.Buffers.GroupBy(buffer => buffer.Memory).Where(group => group.Skip(1).Any()))
        {
            if (
                memory.Select(buffer => buffer.Width).Distinct().Skip(1).Any()
                || memory.Any(buffer => buffer.Kind is not (BufferKind.Steps or BufferKind.States))
            )
            {
                errors.Add($"{string.Join(", ", memory.Select(buffer => buffer.Name))} do not fit into one memory");
            }
        }
    }

    public Dim? Width(string buffer) => buffers.TryGetValue(buffer, out var spec) ? spec.Width : null;

    /// <summary>Checks that a slot has the width that its reader or writer needs.</summary>
    public void CheckWidth(string reader, Dim? expected, BufferRef slot)
    {
        if (Width(slot.Buffer) is { } width && width != expected)
        {
            errors.Add($"{reader} needs {expected} units of {slot.Buffer}, which has {width}");
        }
    }

    public void Check(BufferRef slot, RegionKind region, string reader)
    {
        if (!buffers.TryGetValue(slot.Buffer, out var buffer))
        {
            errors.Add($"{reader} needs the buffer {slot.Buffer}, which is not declared");
            return;
        }

        var isStep = slot.Time is TimeIndex.Current or TimeIndex.Next or TimeIndex.IfLast;
        var isOfStream = slot.Time is TimeIndex.Before or TimeIndex.After;
        var fits = buffer.Kind switch
        {
            BufferKind.Row => slot.Time is TimeIndex.None or TimeIndex.IfLast,
            BufferKind.Steps => slot.Time is TimeIndex.Current or TimeIndex.First or TimeIndex.Last,
            BufferKind.Alternating => slot.Time != TimeIndex.None,
            _ => slot.Time != TimeIndex.None && !isOfStream,
        };
        if (!fits || (isStep && region == RegionKind.Once))
        {
            errors.Add(
                $"{reader} names slot {slot.Time} of {slot.Buffer}, a buffer of kind {buffer.Kind}, in a region {region}"
            );
        }
    }
}
