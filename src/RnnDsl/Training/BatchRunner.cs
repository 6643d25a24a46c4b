using RnnDsl.Parameters;
using RnnDsl.RandomNumbers;
using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <summary>Loads batches into a program, packs its weights when they have changed, and runs its passes.</summary>
internal sealed class BatchRunner<TSample>(TrainingProgram<TSample> program, ParameterStore parameters)
{
    private readonly BatchPasses passes = new(program, parameters.DenseCount);
    private int[] steps = [];
    private readonly BatchWindows<TSample> windows = new(program);
    private ulong[] keys = [];
    private int packedVersion;
    private bool isPacked;

    /// <summary>The most threads to use; 0 chooses by the size of the work.</summary>
    public int Threads
    {
        set => passes.Threads = value;
    }

    public ParameterGradients Gradients => program.ParameterGradients;

    /// <summary>What changes the parameters by them.</summary>
    public ParameterUpdate Update => program.Update;

    /// <summary>Whether states can be carried from batch to batch.</summary>
    public bool IsStateful => program.IsStateful;

    /// <summary>The windows of a batch.</summary>
    /// <exception cref="InvalidOperationException">The loss is no mean over windows.</exception>
    public BatchWindows<TSample> Cut(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> examples, int steps)
    {
        if (program.GrowsWithSteps)
            throw new InvalidOperationException(
                "The loss of this training grows with the number of steps, and with Truncate that of a sample is the mean over its "
                    + "windows: write a mean over the steps (divide a sum by Length, once), or leave Truncate null."
            );
        windows.Begin(samples, examples, steps);
        return windows;
    }

    /// <summary>Checks the shapes of a sample and counts its steps.</summary>
    public int CountSteps(in TSample sample, int example) => program.CountSteps(sample, example);

    /// <summary>Makes the next batch go on from this one, row by row.</summary>
    public void CarryStates() => program.CarryStates();

    /// <summary>The loss of a sample of the last batch.</summary>
    public float Loss(int sample) => program.Loss(program.Lengths.RowOf(sample));

    /// <summary>Runs a batch forward.</summary>
    /// <param name="samples">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set, for messages.</param>
    /// <param name="continues">Whether each row goes on from the states that <see cref="CarryStates"/> kept.</param>
    /// <returns>The sum of their losses, without noise.</returns>
    public double Forward(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> examples, bool continues = false)
    {
        Load(samples, examples, continues);
        program.Noise = default;
        passes.Forward();
        return SumLosses();
    }

    /// <summary>Runs a batch forward and backward; the gradients come with <see cref="SumGradients"/>.</summary>
    /// <param name="samples">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set, for messages and for what is dropped.</param>
    /// <param name="seed">Decides what is dropped.</param>
    /// <param name="step">The number of the training step, which drops something else than any other.</param>
    /// <param name="continues">Whether each row goes on from the states that <see cref="CarryStates"/> kept.</param>
    /// <returns>The sum of their losses.</returns>
    public double ForwardAndBackward(
        ReadOnlySpan<TSample> samples,
        ReadOnlySpan<int> examples,
        ulong seed,
        long step,
        bool continues = false
    )
    {
        Load(samples, examples, continues);
        if (keys.Length < samples.Length)
            keys = new ulong[samples.Length];
        for (var i = 0; i < samples.Length; i++)
            keys[program.Lengths.RowOf(i)] = MaskWords.Key(seed, (uint)step, (uint)examples[i]);
        program.Noise = new(keys);
        passes.ForwardAndBackward();
        return SumLosses();
    }

    /// <summary>Fills the gradients of the batch's mean loss, after <see cref="ForwardAndBackward"/>.</summary>
    public void SumGradients()
    {
        Gradients.Clear();
        passes.Gradients();
    }

    private void Load(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> examples, bool continues)
    {
        if (steps.Length < samples.Length)
            steps = new int[samples.Length];
        for (var i = 0; i < samples.Length; i++)
            steps[i] = program.CountSteps(samples[i], examples[i]);
        program.Begin(steps.AsSpan(0, samples.Length));
        if (!continues)
            program.StartStates();
        for (var i = 0; i < samples.Length; i++)
            program.Load(program.Lengths.RowOf(i), samples[i], examples[i]);

        var version = parameters.VersionFor(program.Update.Holder);
        if (!isPacked || packedVersion != version)
        {
            program.Pack();
            (isPacked, packedVersion) = (true, version);
        }
    }

    private double SumLosses()
    {
        double sum = 0;
        for (var sample = 0; sample < program.Rows; sample++)
        {
            sum += Loss(sample);
        }

        return sum;
    }
}
