using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>An argument of the program: data of one example, copied into a buffer; or a state of a stream, as the step finds it.</summary>
public sealed record ProgramInput(string Name, TensorType Type, BufferRef Slot)
{
    public string Buffer => Slot.Buffer;
}
