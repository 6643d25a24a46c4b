using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>An allocation: memory for one buffer, or for several with disjoint lifetimes.</summary>
/// <param name="Name">The name of the buffer, or of the last two: <c>i_then_d_i</c>.</param>
/// <param name="Buffers">The buffers that it holds, one after the other.</param>
public sealed record MemorySpec(string Name, BufferKind Kind, Dim Width, EquatableArray<string> Buffers);
