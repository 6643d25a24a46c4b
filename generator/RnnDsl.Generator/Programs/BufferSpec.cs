using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>A value's place: [slots, rows, width] floats; rows are padded to 16 floats.</summary>
/// <param name="Name">A C# identifier, made of the user's names: <c>rnn_h</c>, <c>d_rnn_h</c>.</param>
/// <param name="Width">Elements of a row; a scalar has width 1.</param>
public sealed record BufferSpec(string Name, BufferKind Kind, Dim Width)
{
    /// <summary>The memory that holds it, slot by slot; a separate one, unless buffers share it (<see cref="Program.Memory"/>).</summary>
    public string Memory { get; init; } = Name;
}
