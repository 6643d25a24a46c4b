using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Buffers;

/// <summary>Memory that buffers use one after the other.</summary>
internal sealed class SharedMemory(BufferLife first)
{
    private readonly List<BufferLife> lives = [first];

    public BufferSpec Last => lives[lives.Count - 1].Buffer;

    public IEnumerable<string> Buffers => lives.Select(life => life.Buffer.Name);

    public bool HasRoomFor(BufferLife next) =>
        Last.Width == next.Buffer.Width && lives.All(life => life.MakesRoomFor(next));

    public void Add(BufferLife next) => lives.Add(next);

    /// <summary>The name of the buffer, or of the last two: enough to recognise it by.</summary>
    public string Name => string.Join("_then_", Buffers.Skip(lives.Count - 2));
}
