using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Buffers;

/// <summary>
/// Lets buffers over time share memory where each slot of one is needed for the last time before the other writes the slot of that
/// index. What one layer kept for every step goes where the layer before it did; and a loop writes in place:
/// <code>
/// d_i = d_i_out * i * (1 - i)   reads i of step t for the last time, so that d_i of step t goes where it was
/// </code>
/// Rows stay as they are, since they are small and their names help the reader.
/// </summary>
public static class BufferSharing
{
    public static Program Apply(Program program)
    {
        var reads = new EquationReads(program);
        var memories = new List<SharedMemory>();
        foreach (var life in BufferLives.Of(program).Where(IsOverTime).OrderBy(life => life.Start))
        {
            var name = life.Buffer.Name;
            var free = memories
                .Where(memory => memory.HasRoomFor(life))
                .OrderBy(memory => reads.Distance(name, memory.Last.Name))
                .FirstOrDefault();
            if (free is null)
            {
                memories.Add(new SharedMemory(life));
            }
            else
            {
                free.Add(life);
            }
        }

        return Name(program, memories.Where(memory => memory.Buffers.Skip(1).Any()));
    }

    private static bool IsOverTime(BufferLife life) => life.Buffer.Kind is BufferKind.Steps or BufferKind.States;

    private static Program Name(Program program, IEnumerable<SharedMemory> memories)
    {
        var names = new UniqueNames(program.Buffers.Select(buffer => buffer.Name));
        var memoryOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var memory in memories)
        {
            var name = names.Take(memory.Name);
            foreach (var buffer in memory.Buffers)
            {
                memoryOf[buffer] = name;
            }
        }

        return program with
        {
            Buffers = program
                .Buffers.Select(buffer =>
                    memoryOf.TryGetValue(buffer.Name, out var memory) ? buffer with { Memory = memory } : buffer
                )
                .ToEquatableArray(),
        };
    }
}
