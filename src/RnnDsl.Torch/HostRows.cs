using System.Runtime.InteropServices;
using RnnDsl.Simd;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>Stages data between the host and a device, in the row layout of the CPU backend, which also checks it.</summary>
public sealed class HostRows : IDisposable
{
    private readonly TensorRows value;
    private Tensor? staging;

    internal HostRows(BufferSlots slots, TensorRows value)
    {
        this.value = value;
        Rows = new RowBuffer(slots, value.Width);
    }

    /// <summary>The rows on the host.</summary>
    public RowBuffer Rows { get; }

    /// <summary>Copies the rows to the device.</summary>
    public void Upload()
    {
        using var all = NewDisposeScope();
        Rows.Reserved.CopyTo(MemoryMarshal.Cast<byte, float>(staging!.bytes));
        value.Memory.copy_(Columns());
    }

    /// <summary>Copies the rows from the device.</summary>
    public void Download()
    {
        using var all = NewDisposeScope();
        Columns().copy_(value.Memory);
        MemoryMarshal.Cast<byte, float>(staging!.bytes).CopyTo(Rows.Reserved);
    }

    /// <inheritdoc/>
    public void Dispose() => staging?.Dispose();

    internal void Reserve(Lengths lengths)
    {
        Rows.Reserve(lengths);
        var rows = Rows.Reserved.Length / Rows.Stride;
        if (staging?.shape[0] == rows)
        {
            return;
        }

        staging?.Dispose();
        staging = zeros([rows, Rows.Stride], device: CPU).DetachFromDisposeScope();
    }

    private Tensor Columns() => staging!.narrow(1, 0, Rows.Width);
}
