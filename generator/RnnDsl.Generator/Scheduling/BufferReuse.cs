using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling;

/// <summary>
/// Lets buffers over time whose values are never needed together share memory: what one layer kept for every step goes where the
/// layer before it did. Rows stay as they are, since they are small and their names help the reader.
/// </summary>
public static class BufferReuse
{
    public static Program Apply(Program program)
    {
        var spans = BufferSpans.Of(program);
        var shared = new List<(BufferSpec First, List<string> Names, int End)>();
        foreach (var buffer in program.Buffers.Where(IsLarge).OrderBy(buffer => spans[buffer.Name].Start))
        {
            var (start, end) = spans[buffer.Name];
            var free = shared.FindIndex(other =>
                other.End < start && other.First.Kind == buffer.Kind && other.First.Width == buffer.Width
            );
            if (free < 0)
            {
                shared.Add((buffer, [buffer.Name], end));
            }
            else
            {
                shared[free].Names.Add(buffer.Name);
                shared[free] = shared[free] with { End = end };
            }
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in shared)
        {
            foreach (var name in group.Names)
            {
                names[name] = string.Join("_then_", group.Names);
            }
        }

        return names.All(pair => pair.Key == pair.Value) ? program : BufferRenaming.Apply(program, names);
    }

    private static bool IsLarge(BufferSpec buffer) => buffer.Kind is BufferKind.Steps or BufferKind.States;
}
