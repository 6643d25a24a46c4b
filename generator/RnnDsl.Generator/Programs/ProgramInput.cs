using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>An argument of the program: data of one example, copied into a buffer; or a state of a stream, as the step finds it.</summary>
public sealed record ProgramInput(string Name, TensorType Type, BufferRef Slot)
{
    public string Buffer => Slot.Buffer;
}
