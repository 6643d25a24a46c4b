using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>What is allocated: memory for one buffer, or for several in turn.</summary>
/// <param name="Name">The name of the buffer, or of the last two: <c>i_then_d_i</c>.</param>
/// <param name="Buffers">The buffers that stand in it, one after the other.</param>
public sealed record MemorySpec(string Name, BufferKind Kind, Dim Width, EquatableArray<string> Buffers);
