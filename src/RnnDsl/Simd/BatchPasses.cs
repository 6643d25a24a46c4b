namespace RnnDsl.Simd;

/// <summary>
/// Runs the passes of a program over the rows of its batch, shared out over threads: each takes rows through all time steps,
/// then parts of the gradients. Nothing depends on how many threads there are but the time it takes.
/// </summary>
/// <param name="program">The program; a batch is loaded, and its weights are packed.</param>
/// <param name="parameters">Numbers in the program's parameters, from which the size of the work follows.</param>
internal sealed class BatchPasses(BatchProgram program, int parameters) : IParallelWork
{
    /// <summary>Kernels work on tiles of this many rows.</summary>
    private const int TileRows = 4;

    /// <summary>Floating-point operations for which a second thread is worth waking.</summary>
    private const double OperationsPerThread = 8e6;

    private Pass pass;

    private enum Pass
    {
        Forward,
        Backward,
        ForwardAndBackward,
        Gradients,
    }

    /// <summary>The most threads to use; 0 chooses by the size of the work.</summary>
    public int Threads { get; set; }

    /// <summary>Computes the outputs of all rows.</summary>
    public void Forward() => Share(Pass.Forward, RowParts(products: 1));

    /// <summary>Computes the adjoints of all rows, once after each <see cref="Forward"/>.</summary>
    public void Backward() => Share(Pass.Backward, RowParts(products: 1));

    /// <summary>Both, each thread on its own rows without waiting for the others.</summary>
    public void ForwardAndBackward() => Share(Pass.ForwardAndBackward, RowParts(products: 2));

    /// <summary>Adds the gradients of the parameters, after the backward pass.</summary>
    public void Gradients() => Share(Pass.Gradients, Parts(products: 1));

    /// <inheritdoc/>
    public void Execute(int part, int parts)
    {
        if (pass == Pass.Gradients)
        {
            program.Gradients(part, parts);
            return;
        }

        var tiles = (program.Rows + TileRows - 1) / TileRows;
        var first = (int)((long)tiles * part / parts) * TileRows;
        var last = Math.Min((int)((long)tiles * (part + 1) / parts) * TileRows, program.Rows);
        if (pass != Pass.Backward)
            program.Forward(first, last);
        if (pass != Pass.Forward)
            program.Backward(first, last);
    }

    private int RowParts(int products) => Math.Min(Parts(products), (program.Rows + TileRows - 1) / TileRows);

    private int Parts(int products)
    {
        if (Threads > 0)
            return Threads;
        // A product takes two operations for each weight, row and step.
        var operations = 2.0 * products * parameters * program.Rows * program.Steps;
        return (int)Math.Clamp(operations / OperationsPerThread, 1, Environment.ProcessorCount);
    }

    private void Share(Pass next, int parts)
    {
        pass = next;
        if (parts == 1)
            Execute(0, 1);
        else
            Workers.Shared.Run(parts, this);
    }
}
