using System.Runtime.ExceptionServices;

namespace RnnDsl.Simd;

/// <summary>
/// Runs the passes of a program on several threads: each runs rows through all time steps, or, if there are too few
/// rows, units of every stage; then parts of the gradients. The results do not depend on the number of threads.
/// </summary>
/// <param name="program">The program; a batch is loaded, and its weights are packed.</param>
/// <param name="parameters">The number of weights in products, which determines the amount of work.</param>
internal sealed class BatchPasses(BatchProgram program, int parameters) : IParallelWork
{
    /// <summary>The rows for which a second thread is worth reading the weights again: one tile.</summary>
    private const int RowsPerThread = 6;

    /// <summary>The floating-point operations that make it worth waking a second thread.</summary>
    private const double OperationsPerThread = 8e6;

    /// <summary>The weights that make a second thread worth a barrier at the end of each stage.</summary>
    private const int WeightsPerMember = 1 << 16;

    /// <summary>The steps of all rows, for one product, below which a second thread is not worth it.</summary>
    private readonly double alone = OperationsPerThread / Math.Max(parameters, 1);
    private readonly Team team = new();
    private readonly Patience patience = new();
    private Pass pass;
    private bool isTogether;

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
    public void Forward() => ShareOut(Pass.Forward, products: 1);

    /// <summary>Computes the adjoints of all rows, at most once after each <see cref="Forward"/>.</summary>
    public void Backward() => ShareOut(Pass.Backward, products: 1);

    /// <summary>Both passes, each thread on its own rows without waiting for the others.</summary>
    public void ForwardAndBackward() => ShareOut(Pass.ForwardAndBackward, products: 2);

    /// <summary>Adds the gradients of the parameters, after the backward pass.</summary>
    public void Gradients()
    {
        pass = Pass.Gradients;
        program.BeginGradients();
        Workers.Shared.Run(Parts(products: 1), this);
        program.EndGradients();
    }

    /// <inheritdoc/>
    public void Execute(int part, int parts)
    {
        if (pass == Pass.Gradients)
        {
            try
            {
                program.Gradients(part, parts);
            }
            catch (Exception failure) when (program.Explain(failure) is { } clear)
            {
                ExceptionDispatchInfo.Throw(clear);
            }

            return;
        }

        if (!isTogether)
        {
            Execute(Share.OfRows(program.Lengths, Start(part, parts), Start(part + 1, parts)));
            return;
        }

        try
        {
            Execute(Share.OfUnits(program.Lengths, team, part));
        }
        catch
        {
            team.Break();
            throw;
        }
    }

    /// <summary>Rows are split so that each part has about the same number of steps.</summary>
    private int Start(int part, int parts)
    {
        var lengths = program.Lengths;
        var steps = (long)lengths.Total * part / parts;
        var row = 0;
        while (row < lengths.Rows && lengths[row] <= steps)
            steps -= lengths[row++];
        return row;
    }

    private void Execute(in Share share)
    {
        try
        {
            if (pass != Pass.Backward)
                program.Forward(share);
            if (pass != Pass.Forward)
                program.Backward(share);
        }
        catch (Exception failure) when (program.Explain(failure) is { } clear)
        {
            ExceptionDispatchInfo.Throw(clear);
        }
    }

    private void ShareOut(Pass next, int products)
    {
        pass = next;
        // One step of one example is so short that further checks would cost time.
        var threads = Threads == 0 && products * program.Lengths.Total <= alone ? 1 : Parts(products);
        if (threads == 1)
        {
            Execute(Share.OfRows(program.Lengths, 0, program.Rows));
            return;
        }

        var byRows = Math.Min(threads, (program.Rows + RowsPerThread - 1) / RowsPerThread);
        var byUnits = Math.Min(threads, parameters / WeightsPerMember);
        if (byUnits <= byRows || !patience.IsWorthTrying() || !TryRunTogether(byUnits))
            Workers.Shared.Run(byRows, this);
    }

    private bool TryRunTogether(int members)
    {
        team.Gather(members);
        isTogether = true;
        try
        {
            if (!Workers.Shared.TryRunTogether(members, this))
                return false;
            patience.Learn(team.Lost);
            return true;
        }
        finally
        {
            isTogether = false;
        }
    }

    private int Parts(int products)
    {
        if (!program.IsShared)
            return 1;
        if (Threads > 0)
            return Threads;
        // A product takes two operations for each weight and step of a row.
        var operations = 2.0 * products * parameters * program.Lengths.Total;
        return operations < 2 * OperationsPerThread
            ? 1
            : (int)Math.Clamp(operations / OperationsPerThread, 1, Environment.ProcessorCount);
    }
}
