using RnnDsl.Parameters;
using RnnDsl.RandomNumbers;
using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <summary>Loads batches into a program, packs its weights when they have changed, and runs its passes.</summary>
/// <param name="program">The program.</param>
/// <param name="parameters">The model's parameters.</param>
/// <param name="settings">Reads the settings of the training, before each batch.</param>
internal sealed class BatchRunner<TSample>(
    TrainingProgram<TSample> program,
    ParameterStore parameters,
    Func<float[]> settings
)
{
    private readonly BatchPasses passes = new(program, parameters.DenseCount);
    private int[] steps = [];
    private CarriedStates? waiting;
    private ulong[] keys = [];
    private int packedVersion;
    private bool isPacked;

    /// <summary>The most threads to use; 0 chooses by the size of the work.</summary>
    public int Threads
    {
        set => passes.Threads = value;
    }

    public ParameterGradients Gradients => program.ParameterGradients;

    /// <summary>Applies the gradients to the parameters.</summary>
    public ParameterUpdate Update => program.Update;

    /// <summary>How the losses of a batch are averaged.</summary>
    public LossMean Mean
    {
        set => program.Lengths.IsWeighedBySteps = value == LossMean.PerStep;
    }

    /// <summary>Cancels a pass between two steps; the batch is lost.</summary>
    public CancellationToken Cancellation
    {
        set => program.Lengths.Cancellation = value;
    }

    /// <summary>Whether states can be carried from batch to batch.</summary>
    public bool IsStateful => program.IsStateful;

    /// <summary>How many numbers of state a row carries.</summary>
    public int CarriedWidth => CarriedStates.WidthOf(program);

    /// <summary>Windows of batches in training.</summary>
    public BatchWindows<TSample> Windows { get; } = new(program);

    /// <summary>Windows of batches in evaluation, which may run between two windows of a training batch.</summary>
    public BatchWindows<TSample> Measured { get; } = new(program);

    /// <summary>Checks the shapes of a sample and counts its steps.</summary>
    public int CountSteps(in TSample sample, int example) => program.CountSteps(sample, example);

    /// <summary>Makes the next batch continue from this one, row by row.</summary>
    public void CarryStates() => program.CarryStates();

    /// <summary>The states that the next batch would continue from.</summary>
    /// <param name="rows">The number of rows with states.</param>
    public CarriedStates Carried(int rows) => waiting ?? CarriedStates.Of(program, rows);

    /// <summary>Sets the states for the next batch, if it continues.</summary>
    public void GoOnFrom(CarriedStates? states) => waiting = states;

    /// <summary>The state of the batch in training, between two of its windows.</summary>
    /// <param name="isStateful">Whether windows continue from each other.</param>
    public UnfinishedBatch? Unfinished(bool isStateful) =>
        Windows.Unfinished(isStateful && Windows.HasStates ? Carried(Windows.Samples.Length) : null);

    /// <summary>The loss of a sample of the last batch.</summary>
    public float Loss(int sample) => program.Loss(program.Lengths.RowOf(sample));

    /// <summary>The weight of a sample's loss.</summary>
    public double Weight(int sample) => Weight(program.Lengths, program.Lengths.RowOf(sample));

    /// <summary>The weight of a row's loss.</summary>
    public double Weight(Lengths lengths, int row) => program.Lengths.IsWeighedBySteps ? lengths[row] : 1;

    /// <summary>Runs a batch forward.</summary>
    /// <param name="samples">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set, for messages.</param>
    /// <param name="continues">Whether each row continues from the states that <see cref="CarryStates"/> kept.</param>
    /// <param name="whole">The sequences that the samples are windows of; null where they are whole.</param>
    /// <returns>Their losses, without noise.</returns>
    public LossSum Forward(
        ReadOnlySpan<TSample> samples,
        ReadOnlySpan<int> examples,
        bool continues = false,
        Lengths? whole = null
    )
    {
        Load(samples, examples, continues, whole);
        program.Noise = default;
        passes.Forward();
        return SumLosses();
    }

    /// <summary>Runs a batch forward and backward; compute the gradients with <see cref="SumGradients"/>.</summary>
    /// <param name="samples">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set, for messages and for the noise.</param>
    /// <param name="seed">The seed of the noise.</param>
    /// <param name="step">The number of the training step; each has different noise.</param>
    /// <param name="continues">Whether each row continues from the states that <see cref="CarryStates"/> kept.</param>
    /// <param name="whole">The sequences that the samples are windows of; null where they are whole.</param>
    /// <returns>Their losses.</returns>
    public LossSum ForwardAndBackward(
        ReadOnlySpan<TSample> samples,
        ReadOnlySpan<int> examples,
        ulong seed,
        long step,
        bool continues = false,
        Lengths? whole = null
    )
    {
        Load(samples, examples, continues, whole);
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

    private void Load(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> examples, bool continues, Lengths? whole)
    {
        if (steps.Length < samples.Length)
            steps = new int[samples.Length];
        for (var i = 0; i < samples.Length; i++)
            steps[i] = program.CountSteps(samples[i], examples[i]);
        program.Begin(steps.AsSpan(0, samples.Length));
        program.Settings = settings();
        if (whole is not null && program.WindowsAddUp)
            program.Lengths.BePartOf(whole);
        if (!continues)
            program.StartStates();
        else
            waiting?.CopyTo(program);
        waiting = null;
        for (var i = 0; i < samples.Length; i++)
            program.Load(program.Lengths.RowOf(i), samples[i], examples[i]);

        var version = parameters.VersionFor(program.Update.Holder);
        if (!isPacked || packedVersion != version)
        {
            program.Pack();
            (isPacked, packedVersion) = (true, version);
        }
    }

    private LossSum SumLosses()
    {
        var sum = default(LossSum);
        for (var sample = 0; sample < program.Rows; sample++)
        {
            sum = sum.With(Loss(sample), Weight(sample));
        }

        return sum;
    }
}
