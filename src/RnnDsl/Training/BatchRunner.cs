using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <summary>Loads batches into a program, packs its weights when they have changed, and runs its passes.</summary>
internal sealed class BatchRunner<TSample>(TrainingProgram<TSample> program, ParameterStore parameters)
{
    private readonly BatchPasses passes = new(program, parameters.DenseCount);
    private int packedVersion;
    private bool isPacked;

    /// <summary>The most threads to use; 0 chooses by the size of the work.</summary>
    public int Threads
    {
        set => passes.Threads = value;
    }

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
        passes.Forward();
        return SumLosses();
    }

    /// <summary>Runs a batch forward and backward; the gradients come with <see cref="SumGradients"/>.</summary>
    /// <param name="samples">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set, for messages.</param>
    /// <returns>The sum of their losses.</returns>
    public double ForwardAndBackward(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> examples)
    {
        Load(samples, examples);
        passes.ForwardAndBackward();
        return SumLosses();
    }

    /// <summary>Fills the gradients of the batch's mean loss, after <see cref="ForwardAndBackward"/>.</summary>
    public void SumGradients()
    {
        Gradients.Clear();
        passes.Gradients();
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
}
