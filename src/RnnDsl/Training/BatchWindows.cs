using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <summary>
/// Cuts the sequences of a batch into windows of the same steps. Samples stand in the order of their lengths, longest first, in
/// all windows, so that each keeps its row until its sequence has ended.
/// </summary>
internal sealed class BatchWindows<TSample>(TrainingProgram<TSample> program)
{
    private readonly Lengths whole = new();
    private int[] totals = [];
    private int[] numbers = [];
    private double[] losses = [];
    private TSample[] samples = [];
    private TSample[] cut = [];
    private int steps;
    private int first;
    private int rows;

    /// <summary>The samples that have a step in the window, cut to it.</summary>
    public ReadOnlySpan<TSample> Samples => cut.AsSpan(0, rows);

    /// <summary>Their numbers in the data set.</summary>
    public ReadOnlySpan<int> Numbers => numbers.AsSpan(0, rows);

    public bool IsFirst => first == 0;

    /// <summary>The sum of the samples' losses: of each, the mean over its windows, weighed with their steps.</summary>
    public double Loss
    {
        get
        {
            double sum = 0;
            for (var sample = 0; sample < whole.Rows; sample++)
                sum += losses[whole.RowOf(sample)];
            return sum;
        }
    }

    /// <summary>Starts before the first window.</summary>
    /// <param name="batch">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set.</param>
    /// <param name="length">Steps of a window; the last one of a sequence has what is left.</param>
    public void Begin(ReadOnlySpan<TSample> batch, ReadOnlySpan<int> examples, int length)
    {
        if (totals.Length < batch.Length)
        {
            (totals, numbers, losses) = (new int[batch.Length], new int[batch.Length], new double[batch.Length]);
            (samples, cut) = (new TSample[batch.Length], new TSample[batch.Length]);
        }

        for (var i = 0; i < batch.Length; i++)
            totals[i] = program.CountSteps(batch[i], examples[i]);
        whole.Set(totals.AsSpan(0, batch.Length));
        for (var i = 0; i < batch.Length; i++)
        {
            var row = whole.RowOf(i);
            (samples[row], numbers[row], losses[row]) = (batch[i], examples[i], 0);
        }

        // Nothing is trained on a batch that does not fit.
        for (var row = 0; row < batch.Length; row++)
            cut[row] = program.Cut(samples[row], new(0, whole[row], whole[row]), numbers[row]);
        (steps, first) = (length, -length);
    }

    /// <summary>Goes to the next window; false behind the last one.</summary>
    public bool Next()
    {
        first += steps;
        if (first >= whole.Steps)
            return false;
        rows = whole.RowsAt(first);
        for (var row = 0; row < rows; row++)
            cut[row] = program.Cut(samples[row], At(row), numbers[row]);
        return true;
    }

    /// <summary>Takes in the losses of the window.</summary>
    public void AddLosses(BatchRunner<TSample> runner)
    {
        for (var row = 0; row < rows; row++)
            losses[row] += runner.Loss(row) * ((double)At(row).Steps / whole[row]);
    }

    private Window At(int row) => new(first, Math.Min(steps, whole[row] - first), whole[row]);
}
