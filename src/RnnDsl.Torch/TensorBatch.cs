using RnnDsl.Simd;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>
/// The lengths of a batch's sequences on a device. Rows are sorted longest first, so the active rows of a step are a prefix, and the rows of
/// all steps follow each other without a gap: [rows of step 0, rows of step 1, ...]. An access that is not a range of rows uses an
/// index tensor, which is made on first use and kept while batches have the same lengths.
/// </summary>
/// <param name="device">Where the tensors are.</param>
/// <param name="storage">The type of what products read and write.</param>
public sealed class TensorBatch(Device device, ScalarType storage) : IDisposable
{
    private readonly Dictionary<(string Of, BufferSlots Slots, int Slot), Tensor> made = [];
    private Lengths lengths = Lengths.Equal(1, 1);
    private int[] known = [];
    private float[] knownNumbers = [];
    private Tensor? steps;
    private Tensor? wholeSteps;
    private Tensor? weights;

    /// <summary>Where the tensors are.</summary>
    public Device Device { get; } = device;

    /// <summary>The type of what products read and write: Float32 or BFloat16.</summary>
    public ScalarType Storage { get; } = storage;

    /// <summary>Counts the changes of lengths: anything made for an earlier count is stale.</summary>
    public int Version { get; private set; }

    /// <summary>The sequences' lengths.</summary>
    internal Lengths Lengths => lengths;

    /// <summary>Rows of the batch.</summary>
    public int Rows => lengths.Rows;

    /// <summary>Steps of the longest sequence.</summary>
    public int Steps => lengths.Steps;

    /// <summary>Whether all sequences have the same length.</summary>
    public bool AreEqual => lengths.AreEqual;

    /// <summary>The number of steps of each row, [rows, 1].</summary>
    public Tensor StepCounts => steps ??= Numbers(lengths.Numbers);

    /// <summary>The same for the rows that are active at a step.</summary>
    /// <param name="step">0 to <see cref="Steps"/> - 1.</param>
    public Tensor StepCountsAt(int step) => StepCounts.narrow(0, 0, RowsAt(step));

    /// <summary>The same for each row of all steps.</summary>
    public Tensor StepCountsOverTime => StepCounts.index_select(0, RowOfPlaces());

    /// <summary>The number of steps of each row's whole sequence, of which it may be a window, [rows, 1].</summary>
    public Tensor WholeStepCounts => wholeSteps ??= Numbers(lengths.WholeNumbers);

    /// <summary>The same for the rows that are active at a step.</summary>
    /// <param name="step">0 to <see cref="Steps"/> - 1.</param>
    public Tensor WholeStepCountsAt(int step) => WholeStepCounts.narrow(0, 0, RowsAt(step));

    /// <summary>The same for each row of all steps.</summary>
    public Tensor WholeStepCountsOverTime => WholeStepCounts.index_select(0, RowOfPlaces());

    /// <summary>The weight of each row's loss in the loss of the batch, [rows, 1].</summary>
    public Tensor Weights => weights ??= Numbers(lengths.Weights);

    /// <summary>The same for the rows that are active at a step.</summary>
    /// <param name="step">0 to <see cref="Steps"/> - 1.</param>
    public Tensor WeightsAt(int step) => Weights.narrow(0, 0, RowsAt(step));

    /// <summary>The same for each row of all steps.</summary>
    public Tensor WeightsOverTime => Weights.index_select(0, RowOfPlaces());

    /// <summary>Takes the lengths of the next batch.</summary>
    /// <param name="next">They are read until the next call.</param>
    public void Begin(Lengths next)
    {
        ArgumentNullException.ThrowIfNull(next);
        lengths = next;
        if (known.Length == next.Rows && IsKnown(next))
        {
            TakeNumbers(next);
            return;
        }

        known = new int[next.Rows];
        for (var row = 0; row < known.Length; row++)
        {
            known[row] = next[row];
        }

        Version++;
        Forget();
        TakeNumbers(next);
    }

    /// <summary>A tensor in the storage type of products: the tensor itself, or a converted copy that belongs to the dispose scope.</summary>
    /// <param name="tensor">Of any type.</param>
    public Tensor Operand(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.dtype == Storage ? tensor : tensor.to_type(Storage);
    }

    /// <summary>The number of rows that are active at a step: rows 0 to n - 1, since rows are sorted longest first.</summary>
    /// <param name="step">0 to <see cref="Steps"/> - 1.</param>
    public int RowsAt(int step) => lengths.RowsAt(step);

    /// <summary>The number of rows that are still active after a step.</summary>
    /// <param name="step">0 to the number of steps - 1.</param>
    public int RowsAfter(int step) => lengths.RowsAfter(step);

    /// <summary>The total number of rows in all slots of a buffer.</summary>
    /// <param name="slots">The kind of the buffer.</param>
    internal long CountRows(BufferSlots slots) =>
        slots switch
        {
            BufferSlots.One => lengths.Rows,
            BufferSlots.Steps => lengths.Total,
            BufferSlots.States => (long)lengths.Rows + lengths.Total,
            _ => 2L * lengths.Rows,
        };

    /// <summary>The index of a slot's first row.</summary>
    /// <param name="slots">The kind of the buffer.</param>
    /// <param name="slot">The slot.</param>
    internal int FirstRow(BufferSlots slots, int slot) =>
        slots switch
        {
            BufferSlots.One => 0,
            BufferSlots.Steps => lengths.Before(slot),
            BufferSlots.States => slot == 0 ? 0 : lengths.Rows + lengths.Before(slot - 1),
            _ => (slot & 1) * lengths.Rows,
        };

    /// <summary>The range of the rows of all steps if it is contiguous; otherwise null.</summary>
    /// <param name="slots">The kind of the buffer.</param>
    /// <param name="slot">The slot of step 0.</param>
    internal (int First, int Count)? Range(BufferSlots slots, int slot) =>
        slots switch
        {
            BufferSlots.Steps when slot == 0 => (0, lengths.Total),
            BufferSlots.States when slot == 1 || AreEqual => (slot * lengths.Rows, lengths.Total),
            BufferSlots.One when lengths.Steps == 1 => (0, lengths.Rows),
            _ => null,
        };

    /// <summary>The indices of the rows of all steps, for buffers in which they are not contiguous.</summary>
    internal Tensor Places(BufferSlots slots, int slot) =>
        Make(
            "places",
            slots,
            slot,
            lengths.Total,
            places =>
            {
                var next = 0;
                for (var step = 0; step < lengths.Steps; step++)
                {
                    var first = FirstRow(slots, slot + step);
                    for (var row = 0; row < lengths.RowsAt(step); row++)
                    {
                        places[next++] = first + row;
                    }
                }
            }
        );

    /// <summary>The index of each row's last step.</summary>
    internal Tensor Lasts(BufferSlots slots, int slot) =>
        Make(
            "lasts",
            slots,
            slot,
            lengths.Rows,
            places =>
            {
                for (var row = 0; row < places.Length; row++)
                {
                    places[row] = FirstRow(slots, slot + lengths[row] - 1) + row;
                }
            }
        );

    /// <summary>The indices of the rows of all steps, with each sequence reversed.</summary>
    internal Tensor Reversed(BufferSlots slots, int slot) =>
        Make(
            "reversed",
            slots,
            slot,
            lengths.Total,
            places =>
            {
                var next = 0;
                for (var step = 0; step < lengths.Steps; step++)
                {
                    for (var row = 0; row < lengths.RowsAt(step); row++)
                    {
                        places[next++] = FirstRow(slots, slot + lengths[row] - 1 - step) + row;
                    }
                }
            }
        );

    /// <summary>The batch row of each row of all steps.</summary>
    internal Tensor RowOfPlaces() =>
        Make(
            "rows",
            BufferSlots.Steps,
            0,
            lengths.Total,
            rows =>
            {
                var next = 0;
                for (var step = 0; step < lengths.Steps; step++)
                {
                    for (var row = 0; row < lengths.RowsAt(step); row++)
                    {
                        rows[next++] = row;
                    }
                }
            }
        );

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private bool IsKnown(Lengths next)
    {
        for (var row = 0; row < known.Length; row++)
        {
            if (known[row] != next[row])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Forgets the weights of rows of the same lengths, and the lengths of what they are windows of, where these have changed.</summary>
    private void TakeNumbers(Lengths next)
    {
        var isKnown = knownNumbers.Length == 2 * next.Rows;
        if (!isKnown)
        {
            knownNumbers = new float[2 * next.Rows];
        }

        for (var row = 0; row < next.Rows; row++)
        {
            var (weight, whole) = (next.Weights.Number(row), next.WholeNumbers.Number(row));
            isKnown &= knownNumbers[2 * row].Equals(weight) && knownNumbers[(2 * row) + 1].Equals(whole);
            (knownNumbers[2 * row], knownNumbers[(2 * row) + 1]) = (weight, whole);
        }

        if (!isKnown)
        {
            weights?.Dispose();
            wholeSteps?.Dispose();
            (weights, wholeSteps) = (null, null);
        }
    }

    private Tensor Make(string what, BufferSlots slots, int slot, int count, Action<long[]> fill)
    {
        if (!made.TryGetValue((what, slots, slot), out var index))
        {
            var places = new long[count];
            fill(places);
            index = tensor(places, device: Device).DetachFromDisposeScope();
            made.Add((what, slots, slot), index);
        }

        return index;
    }

    private Tensor Numbers(Rows ofRows)
    {
        var numbers = new float[lengths.Rows];
        for (var row = 0; row < numbers.Length; row++)
        {
            numbers[row] = ofRows.Number(row);
        }

        using var flat = tensor(numbers, device: Device);
        return flat.reshape(numbers.Length, 1).clone().DetachFromDisposeScope();
    }

    private void Forget()
    {
        foreach (var index in made.Values)
        {
            index.Dispose();
        }

        made.Clear();
        steps?.Dispose();
        wholeSteps?.Dispose();
        weights?.Dispose();
        (steps, wholeSteps, weights) = (null, null, null);
    }
}
