using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <summary>
/// Cuts the sequences of a batch into windows of the same steps. Samples are sorted longest first in
/// all windows, so each keeps its row until its sequence has ended.
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
    private int done;

    /// <summary>The samples that have a step in the window, cut to it.</summary>
    public ReadOnlySpan<TSample> Samples => cut.AsSpan(0, rows);

    /// <summary>The whole sequences, a row for each sample.</summary>
    public Lengths Whole => whole;

    /// <summary>Their numbers in the data set.</summary>
    public ReadOnlySpan<int> Numbers => numbers.AsSpan(0, rows);

    /// <summary>Whether the previous window has left states.</summary>
    public bool HasStates { get; private set; }

    /// <summary>Whether there is another window.</summary>
    public bool HasMore => done < whole.Steps;

    /// <summary>The part of the batch's steps that is done, from 0 to 1.</summary>
    public double Part
    {
        get
        {
            long steps = 0;
            for (var row = 0; row < whole.Rows; row++)
                steps += Math.Min(done, whole[row]);
            return (double)steps / whole.Total;
        }
    }

    /// <summary>Starts before the first window.</summary>
    /// <param name="batch">The samples; at least one.</param>
    /// <param name="examples">Their numbers in the data set.</param>
    /// <param name="length">Steps of a window; the last one of a sequence has what is left.</param>
    /// <exception cref="InvalidOperationException">The loss of a sequence is neither the mean over its windows nor their sum.</exception>
    public void Begin(ReadOnlySpan<TSample> batch, ReadOnlySpan<int> examples, int length)
    {
        if (program.GrowsWithSteps)
        {
            throw new InvalidOperationException(
                "The loss of this training grows with the number of steps, and is no sum of what each window has of it: write a mean "
                    + "or a sum over the steps (with functions such as Sqrt inside of it, for each step), or leave Truncate null."
            );
        }

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

        // Checked before training: a batch that does not fit changes no parameter.
        for (var row = 0; row < batch.Length; row++)
            cut[row] = program.Cut(samples[row], new(0, whole[row], whole[row]), numbers[row]);
        (steps, first, done, HasStates) = (length, 0, 0, false);
    }

    /// <summary>Continues, after <see cref="Begin"/>, where windows of the same samples were interrupted.</summary>
    /// <returns>False if they had other lengths.</returns>
    public bool TryResume(UnfinishedBatch batch)
    {
        for (var row = 0; row < whole.Rows; row++)
        {
            if (batch.Rows != whole.Rows || batch.Lengths[row] != whole[row])
                return false;
        }

        batch.Losses.CopyTo(losses, 0);
        (done, HasStates) = (batch.Done, batch.States is not null);
        return true;
    }

    /// <summary>The progress of the windows; null before the first is done, and after the last.</summary>
    /// <param name="states">The states that the next window continues from.</param>
    public UnfinishedBatch? Unfinished(CarriedStates? states)
    {
        if (done == 0 || !HasMore)
            return null;
        var lengths = new int[whole.Rows];
        for (var row = 0; row < lengths.Length; row++)
            lengths[row] = whole[row];
        return new(done, lengths, losses[..lengths.Length], states);
    }

    /// <summary>Advances to the next window; false after the last one.</summary>
    public bool Next()
    {
        first = done;
        if (!HasMore)
            return false;
        rows = whole.RowsAt(first);
        for (var row = 0; row < rows; row++)
            cut[row] = program.Cut(samples[row], At(row), numbers[row]);
        return true;
    }

    /// <summary>Ends a window: adds its losses and carries its states on.</summary>
    public void Finish(BatchRunner<TSample> runner)
    {
        for (var row = 0; row < rows; row++)
            losses[row] += runner.Loss(row) * (program.WindowsAddUp ? 1 : (double)At(row).Steps / whole[row]);
        runner.CarryStates();
        (done, HasStates) = (first + steps, true);
    }

    /// <summary>
    /// The samples' losses so far: for each, the mean over its windows, weighted by their steps, or their sum. A partly processed sample
    /// has the weight of the processed part.
    /// </summary>
    public LossSum Losses(BatchRunner<TSample> runner)
    {
        var sum = default(LossSum);
        for (var sample = 0; sample < whole.Rows; sample++)
        {
            var row = whole.RowOf(sample);
            var weight = runner.Weight(whole, row);
            var part = (double)Math.Min(done, whole[row]) / whole[row];
            sum += new LossSum(losses[row] * weight, weight * part);
        }

        return sum;
    }

    private Window At(int row) => new(first, Math.Min(steps, whole[row] - first), whole[row]);
}
