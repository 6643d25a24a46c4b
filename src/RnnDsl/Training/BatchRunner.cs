using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <summary>
/// Runs a program over batches, shared out over threads: each takes rows through all time steps, then parts of the gradients.
/// Nothing depends on how many threads there are but the time it takes.
/// </summary>
internal sealed class BatchRunner<TSample>(TrainingProgram<TSample> program, ParameterStore parameters) : IParallelWork
{
    /// <summary>Kernels work on tiles of this many rows.</summary>
    private const int TileRows = 4;

    /// <summary>Floating-point operations for which a second thread is worth waking.</summary>
    private const double OperationsPerThread = 8e6;

    private Phase phase;
    private int packedVersion;
    private bool isPacked;

    private enum Phase
    {
        Forward,
        ForwardAndBackward,
        Gradients,
    }

    /// <summary>The most threads to use; 0 chooses by the size of the work.</summary>
    public int Threads { get; set; }

    public ParameterGradients Gradients => program.ParameterGradients;

    /// <summary>The loss of a row of the last batch.</summary>
    public float Loss(int row) => program.Loss(row);

    /// <summary>Runs a batch forward.</summary>
    /// <param name="samples">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set, for messages.</param>
    /// <returns>The sum of their losses.</returns>
    public double Forward(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> examples)
    {
        Load(samples, examples);
        Share(Phase.Forward, RowParts(passes: 1));
        return SumLosses();
    }

    /// <summary>Runs a batch forward and backward; the gradients come with <see cref="SumGradients"/>.</summary>
    /// <param name="samples">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set, for messages.</param>
    /// <returns>The sum of their losses.</returns>
    public double ForwardAndBackward(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> examples)
    {
        Load(samples, examples);
        Share(Phase.ForwardAndBackward, RowParts(passes: 2));
        return SumLosses();
    }

    /// <summary>Fills the gradients of the batch's mean loss, after <see cref="ForwardAndBackward"/>.</summary>
    public void SumGradients()
    {
        Gradients.Clear();
        Share(Phase.Gradients, Parts(passes: 1));
    }

    /// <inheritdoc/>
    public void Execute(int part, int parts)
    {
        if (phase == Phase.Gradients)
        {
            program.Gradients(part, parts);
            return;
        }

        var tiles = (program.Rows + TileRows - 1) / TileRows;
        var first = (int)((long)tiles * part / parts) * TileRows;
        var last = Math.Min((int)((long)tiles * (part + 1) / parts) * TileRows, program.Rows);
        program.Forward(first, last);
        if (phase == Phase.ForwardAndBackward)
        {
            program.Backward(first, last);
        }
    }

    private void Load(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> examples)
    {
        var steps = program.CountSteps(samples[0], examples[0]);
        for (var row = 1; row < samples.Length; row++)
        {
            var actual = program.CountSteps(samples[row], examples[row]);
            if (actual != steps)
            {
                throw new ArgumentException(
                    $"Sample {examples[row]} has {actual} time steps, expected {steps} as in sample {examples[0]}: "
                        + "the samples of a batch must have the same number of steps. Group them by length, or use BatchSize 1."
                );
            }
        }

        program.Begin(samples.Length, steps);
        for (var row = 0; row < samples.Length; row++)
        {
            program.Load(row, samples[row], examples[row]);
        }

        if (!isPacked || packedVersion != parameters.Version)
        {
            program.Pack();
            (isPacked, packedVersion) = (true, parameters.Version);
        }
    }

    private double SumLosses()
    {
        double sum = 0;
        for (var row = 0; row < program.Rows; row++)
        {
            sum += program.Loss(row);
        }

        return sum;
    }

    private int RowParts(int passes) => Math.Min(Parts(passes), (program.Rows + TileRows - 1) / TileRows);

    private int Parts(int passes)
    {
        if (Threads > 0)
        {
            return Threads;
        }

        // A product takes two operations for each weight, row and step; a backward pass has as many as a forward pass.
        var operations = 2.0 * passes * parameters.Count * program.Rows * program.Steps;
        return (int)Math.Clamp(operations / OperationsPerThread, 1, Environment.ProcessorCount);
    }

    private void Share(Phase next, int parts)
    {
        phase = next;
        if (parts == 1)
        {
            Execute(0, 1);
        }
        else
        {
            Workers.Shared.Run(parts, this);
        }
    }
}
