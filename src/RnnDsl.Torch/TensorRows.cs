using RnnDsl.Simd;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>
/// A value of a program on a device: [slots, rows, width], where the slot of a step has only the rows whose sequence has that step.
/// Slots are contiguous, so an operation on all steps is one call. Views are cached while batches have the same
/// lengths.
/// </summary>
public sealed class TensorRows : IDisposable, IStateRows
{
    private readonly BufferSlots slots;
    private readonly bool isOperand;
    private readonly TensorRows? whole;
    private readonly int firstColumn;
    private TensorBatch? batch;
    private Tensor? storage;
    private Tensor? memory;
    private Tensor?[] current = [];
    private Tensor?[] next = [];
    private readonly Tensor?[] overTime = new Tensor?[2];
    private int version = -1;

    /// <summary>Rows that own their memory.</summary>
    /// <param name="slots">How the number of slots follows from the number of time steps.</param>
    /// <param name="width">Elements of a row.</param>
    /// <param name="isOperand">Whether products read or write it, so that it has their type; otherwise it is Float32.</param>
    public TensorRows(BufferSlots slots, int width, bool isOperand) =>
        (this.slots, Width, this.isOperand) = (slots, width, isOperand);

    private TensorRows(TensorRows whole, int firstColumn, int width)
        : this(whole.slots, width, whole.isOperand) => (this.whole, this.firstColumn) = (whole, firstColumn);

    /// <summary>Elements of a row.</summary>
    public int Width { get; }

    /// <summary>Every slot, [all rows, width].</summary>
    public Tensor Memory => memory ?? throw new InvalidOperationException("Reserve comes first.");

    /// <summary>A view of some of the columns.</summary>
    /// <param name="first">The first column.</param>
    /// <param name="width">The number of columns.</param>
    public TensorRows Columns(int first, int width) => new(this, first, width);

    /// <summary>Allocates memory for a batch; views must be reserved after the value that they view.</summary>
    /// <param name="next">The batch.</param>
    public void Reserve(TensorBatch next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (batch == next && version == next.Version)
        {
            return;
        }

        // Null until everything is allocated, so that a batch that does not fit into the device's memory leaves no partial state.
        batch = null;
        ForgetViews();
        var rows = next.CountRows(slots);
        if (whole is not null)
        {
            memory = Keep(whole.Memory.narrow(1, firstColumn, Width));
        }
        else
        {
            if (storage is null || storage.shape[0] < rows)
            {
                storage?.Dispose();
                storage = null;
                storage = Keep(zeros([rows, Width], isOperand ? next.Storage : float32, next.Device));
            }

            memory = Keep(storage.narrow(0, 0, rows));
        }

        current = new Tensor?[next.Steps];
        this.next = new Tensor?[next.Steps];
        (batch, version) = (next, next.Version);
    }

    /// <summary>The rows that are active at a step, in the slot with its index: the step's value, or the state before the step.</summary>
    /// <param name="step">0 to the number of steps - 1.</param>
    public Tensor At(int step) => current[step] ??= View(step, step);

    /// <summary>The rows that are active at a step, in the next slot: the state after the step.</summary>
    /// <param name="step">0 to the number of steps - 1.</param>
    public Tensor Next(int step) => next[step] ??= View(step + 1, step);

    /// <summary>
    /// The rows of all steps in order: a view if they are contiguous, otherwise a copy that belongs to the dispose scope.
    /// </summary>
    /// <param name="slot">The slot of step 0: 0 or 1.</param>
    public Tensor OverTime(int slot)
    {
        if (batch!.Range(slots, slot) is not { } range)
        {
            return Memory.index_select(0, batch.Places(slots, slot));
        }

        return overTime[slot] ??= Keep(Memory.narrow(0, range.First, range.Count));
    }

    /// <summary>Broadcasts a value without time to the rows of all steps: a copy that belongs to the dispose scope.</summary>
    public Tensor EveryStep() => Memory.index_select(0, batch!.RowOfPlaces());

    /// <summary>Copies each row's last step, which depends on its length.</summary>
    /// <param name="slot">The slot of step 0.</param>
    /// <param name="target">[rows, width].</param>
    public void ReadLast(int slot, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.copy_(batch!.AreEqual ? End(slot) : Memory.index_select(0, batch.Lasts(slots, slot)));
    }

    /// <summary>Writes the rows' last steps; the others stay as they are.</summary>
    /// <param name="slot">The slot of step 0.</param>
    /// <param name="source">[rows, width].</param>
    public void WriteLast(int slot, Tensor source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (batch!.AreEqual)
        {
            End(slot).copy_(source);
        }
        else
        {
            Memory.index_copy_(0, batch.Lasts(slots, slot), Own(source));
        }
    }

    /// <summary>Sets the rows' last steps to zeros.</summary>
    /// <param name="slot">The slot of step 0.</param>
    public void ClearLast(int slot)
    {
        if (batch!.AreEqual)
        {
            End(slot).fill_(0);
            return;
        }

        using var zero = zeros([batch.Rows, Width], Memory.dtype, batch.Device);
        Memory.index_copy_(0, batch.Lasts(slots, slot), zero);
    }

    /// <summary>Adds these rows to the rows for which a step is the last of their sequence; the others stay as they are.</summary>
    /// <param name="sum">[rows whose sequence has the step, width]; changed in place, and returned.</param>
    /// <param name="step">0 to the number of steps - 1.</param>
    public Tensor AddIfLast(Tensor sum, int step)
    {
        ArgumentNullException.ThrowIfNull(sum);
        var (after, rows) = (batch!.RowsAfter(step), batch.RowsAt(step));
        if (after < rows)
        {
            sum.narrow(0, after, rows - after).add_(Memory.narrow(0, after, rows - after));
        }

        return sum;
    }

    /// <summary>These rows where a step is the last of its sequence, and zeros elsewhere: a tensor of the dispose scope.</summary>
    /// <param name="step">0 to the number of steps - 1.</param>
    public Tensor IfLast(int step) => AddIfLast(zeros([batch!.RowsAt(step), Width], Memory.dtype, batch.Device), step);

    /// <summary>Copies a sequence reversed in time, each row from its last step to its first.</summary>
    /// <param name="slot">The slot of step 0 here.</param>
    /// <param name="source">Rows of the same width, with a slot for each step.</param>
    /// <param name="sourceSlot">The slot of step 0 there.</param>
    public void CopyReversed(int slot, TensorRows source, int sourceSlot)
    {
        ArgumentNullException.ThrowIfNull(source);
        var turned = source.Memory.index_select(0, batch!.Reversed(source.slots, sourceSlot));
        if (batch.Range(slots, slot) is not null)
        {
            OverTime(slot).copy_(turned);
        }
        else
        {
            Memory.index_copy_(0, batch.Places(slots, slot), Own(turned));
        }
    }

    /// <summary>Sums all steps of each row.</summary>
    /// <param name="slot">The slot of step 0.</param>
    /// <param name="target">[rows, width].</param>
    public void SumTime(int slot, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.fill_(0);
        target.index_add_(0, batch!.RowOfPlaces(), OverTime(slot).to_type(target.dtype), 1);
    }

    /// <summary>Sets all elements to zero.</summary>
    public void Clear() => Memory.fill_(0);

    /// <summary>Sets all elements to one number.</summary>
    /// <param name="value">The number.</param>
    public void Fill(float value) => Memory.fill_(value);

    /// <summary>Copies the rows of another value; both have one slot, the same width and the same lengths.</summary>
    /// <param name="source">The other value.</param>
    public void CopyFrom(TensorRows source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Memory.copy_(source.Memory);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ForgetViews();
        storage?.Dispose();
        storage = null;
        batch = null;
    }

    void IStateRows.ReadState(int row, Span<float> target)
    {
        using var noGraph = no_grad();
        using var all = NewDisposeScope();
        Memory.select(0, row).to_type(float32).cpu().data<float>().CopyTo(target);
    }

    void IStateRows.WriteState(int row, ReadOnlySpan<float> source)
    {
        using var noGraph = no_grad();
        using var all = NewDisposeScope();
        Memory.select(0, row).copy_(tensor(source.ToArray()));
    }

    // Indexed reads and writes do not convert the type.
    private Tensor Own(Tensor source) => source.dtype == Memory.dtype ? source : source.to_type(Memory.dtype);

    // When all sequences have one length.
    private Tensor End(int slot) => slot == 1 ? Next(batch!.Steps - 1) : At(batch!.Steps - 1);

    private Tensor View(int slot, int step) => Keep(Memory.narrow(0, batch!.FirstRow(slots, slot), batch.RowsAt(step)));

    // Views outlive the dispose scope of the step that first asks for them.
    private static Tensor Keep(Tensor view) => view.DetachFromDisposeScope();

    private void ForgetViews()
    {
        foreach (var view in current.Concat(next).Concat(overTime))
        {
            view?.Dispose();
        }

        Array.Clear(current);
        Array.Clear(next);
        Array.Clear(overTime);
        memory?.Dispose();
        memory = null;
    }
}
