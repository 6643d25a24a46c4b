using System.ComponentModel;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>
/// The base of generated programs: the equations of one example, applied to the rows of a batch. Rows are independent of each other
/// in <see cref="Forward"/> and <see cref="Backward"/>, so threads may split the rows, or the units of each stage;
/// <see cref="Gradients"/> runs after all rows are done, and is split over the elements of the parameters.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BatchProgram
{
    private readonly List<RowBuffer> buffers = [];
    private readonly List<AheadProduct> aheads = [];
    private readonly MatrixMemory matrices = new();

    /// <summary>The sequences' lengths.</summary>
    public Lengths Lengths { get; } = new();

    /// <summary>Rows of the batch.</summary>
    public int Rows => Lengths.Rows;

    /// <summary>Time steps of the longest sequence.</summary>
    public int Steps => Lengths.Steps;

    /// <summary>The noise of a training step; off unless it is set for each batch.</summary>
    public Noise Noise { get; internal set; }

    /// <summary>Whether several threads may run a pass; otherwise one thread runs it for all rows.</summary>
    public virtual bool IsShared => true;

    /// <summary>Translates an exception of a pass; null rethrows it unchanged.</summary>
    /// <param name="failure">The exception of a pass.</param>
    public virtual Exception? Explain(Exception failure) => null;

    /// <summary>Starts a batch: reserves memory in all buffers. Nothing is allocated if an earlier batch was as large.</summary>
    /// <param name="rows">Examples in the batch, at least 1.</param>
    /// <param name="steps">Time steps of each, at least 1; 1 if the program has no sequences.</param>
    public void Begin(int rows, int steps)
    {
        Lengths.Set(rows, steps);
        Reserve();
    }

    /// <summary>Starts a batch whose sequences have different lengths; <see cref="Lengths.RowOf"/> gives the row of each example.</summary>
    /// <param name="steps">Time steps of each example, at least 1.</param>
    public void Begin(ReadOnlySpan<int> steps)
    {
        Lengths.Set(steps);
        Reserve();
    }

    /// <summary>Adds a buffer whose memory each batch reserves.</summary>
    /// <param name="slots">How the number of slots follows from the number of time steps.</param>
    /// <param name="width">Elements of a row, at least 1.</param>
    protected RowBuffer Buffer(BufferSlots slots, int width)
    {
        var buffer = new RowBuffer(slots, width);
        buffers.Add(buffer);
        return buffer;
    }

    /// <summary>Adds a product that may be computed ahead of the steps of its loop; each batch reserves memory for its sums.</summary>
    /// <param name="operand">The operand, a slot for each step.</param>
    /// <param name="slot">The slot of step 0.</param>
    /// <param name="weights">Matrices of the shape of those that each step is computed with.</param>
    /// <param name="reverse">Whether the loop runs from the last step to the first.</param>
    protected AheadProduct Ahead(RowBuffer operand, int slot, PackedMatrix weights, bool reverse)
    {
        var ahead = new AheadProduct(operand, slot, weights, reverse);
        aheads.Add(ahead);
        return ahead;
    }

    /// <summary>Adds a matrix that is computed of parameters, or its gradient; no batch changes its memory.</summary>
    /// <param name="rows">Rows; elements of a vector.</param>
    /// <param name="columns">Columns; 1 for a vector, or a number.</param>
    protected ParameterSlice Matrix(int rows, int columns) => matrices.Add(rows, columns);

    /// <summary>Reserves memory in each buffer for a batch of these <see cref="Lengths"/>.</summary>
    protected virtual void Reserve()
    {
        foreach (var buffer in buffers)
            buffer.Resize(Lengths);
        foreach (var buffer in buffers)
            buffer.Allocate();
        foreach (var ahead in aheads)
            ahead.Reserve(Lengths);
    }

    /// <summary>Bytes of the memory reserved for batches.</summary>
    internal virtual long Bytes => buffers.Sum(static buffer => buffer.Bytes) + aheads.Sum(static ahead => ahead.Bytes);

    /// <summary>Frees the memory of batches; the next batch allocates again.</summary>
    internal virtual void Free()
    {
        foreach (var buffer in buffers)
            buffer.Free();
        foreach (var ahead in aheads)
            ahead.Free();
    }

    /// <summary>Packs the weights; called whenever they have changed, if the program does not share them.</summary>
    public virtual void Pack() { }

    /// <summary>Computes the outputs of rows from the inputs.</summary>
    /// <param name="share">The rows, or the units of all rows, that the calling thread computes.</param>
    public abstract void Forward(in Share share);

    /// <summary>
    /// Computes the adjoints of rows, after their forward pass and once only: they may overwrite values saved by that pass. A
    /// program without a loss has no adjoints.
    /// </summary>
    /// <param name="share">The rows, or the units of all rows, that the calling thread computes.</param>
    public virtual void Backward(in Share share) { }

    /// <summary>Adds the gradients of a part of the parameters' elements, after the backward pass of all rows.</summary>
    /// <param name="part">0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">The number of parts; the result does not depend on it.</param>
    public virtual void Gradients(int part, int parts) { }

    /// <summary>Clears the gradients of matrices that are computed of parameters, before <see cref="Gradients"/>.</summary>
    public virtual void BeginGradients() { }

    /// <summary>Passes the gradients of matrices that are computed of parameters on to those, after all <see cref="Gradients"/>.</summary>
    public virtual void EndGradients() { }
}
