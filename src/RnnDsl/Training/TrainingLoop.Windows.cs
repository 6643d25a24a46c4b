using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

public abstract partial class TrainingLoop<TSample>
{
    private int streams;

    /// <summary>
    /// Truncated backpropagation through time (Williams and Peng 1990, "An efficient gradient-based algorithm for on-line training of
    /// recurrent network trajectories"): the steps of a window, at least 1, or null for whole sequences. A batch is trained window after
    /// window, with an optimizer step each; all sequences of a sample are cut alike, and every window gets the arguments
    /// that are not sequences. The loss of a sample is the mean over its windows, weighted by their steps: for a loss that is itself a
    /// mean over steps, it is the loss of the whole sequence. A loss that is a sum over steps, such as <c>Length(xs)</c> times a mean, is cut
    /// into the windows' shares, which add up to it: <c>Length</c> is that of the whole sequence, each window's step takes the gradient of its
    /// share of the batch's loss, and what is not summed over the steps counts for the window's part of the steps. A loss that grows with the
    /// number of steps in another way throws when it is first cut.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Truncate
    {
        get;
        set
        {
            if (value is { } steps)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1, nameof(Truncate));
            }

            field = value;
        }
    }

    /// <summary>
    /// Whether the cells start a window with the states that they had at the end of the window before: the values, not the gradients.
    /// A sample's first window starts with zero states. With this setting, <see cref="Evaluate"/> also runs window by window, so that memory
    /// does not grow with the sequences. It needs <c>[Training(Stateful = true)]</c> on the class.
    /// </summary>
    public bool Stateful { get; set; }

    /// <summary>
    /// Takes one optimizer step on a window of sequences that have no end, or do not fit into memory: for example a text that is read at
    /// several positions at once. Sample i continues where sample i of the previous call ended, also if a checkpoint was written
    /// after that and loaded before this call.
    /// </summary>
    /// <param name="window">The windows, all of the same number of steps. They are not cut again.</param>
    /// <param name="continues">
    /// Whether they continue from the previous call; otherwise they start with zero states. Let some start so: a model that rarely
    /// sees zero states in training may be inaccurate at the start of a text.
    /// </param>
    /// <returns>Their mean loss before the step.</returns>
    /// <exception cref="ArgumentException">
    /// The batch is empty, a sample does not fit, or the samples have different lengths; the parameters are as before.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The loop is not <see cref="Stateful"/>, or there was no previous call of this method with the same number of samples; or another call
    /// on this loop has not returned.
    /// </exception>
    /// <exception cref="TrainingDivergedException">A number is not finite; the parameters are as before.</exception>
    public float TrainWindow(ReadOnlySpan<TSample> window, bool continues)
    {
        using var use = Begin(nameof(TrainWindow));
        lock (gate)
        {
            var numbers = Count(window.Length);
            var before = streams;
            var batches = Runner(CancellationToken.None);
            RequireStream(continues, window.Length, before);
            RequireSameSteps(batches, window);
            var loss = Step(window, numbers, continues);
            batches.CarryStates();
            streams = window.Length;
            return (float)loss.Mean;
        }
    }

    private void RequireStream(bool continues, int rows, int before)
    {
        if (!Stateful)
        {
            throw new InvalidOperationException(
                "Only a training with Stateful = true carries states to another window."
            );
        }

        if (continues && before != rows)
        {
            var had = before == 0 ? "there is no window before it" : Invariant($"the window before it had {before}");
            throw new InvalidOperationException(
                Invariant($"A window of {rows} samples continues another of as many, but {had}: ")
                    + "start with continues: false. Fit, TrainBatch, Gradients and Evaluate in between end the sequences."
            );
        }
    }

    private static void RequireSameSteps(BatchRunner<TSample> batches, ReadOnlySpan<TSample> window)
    {
        var steps = batches.CountSteps(window[0], 0);
        for (var i = 1; i < window.Length; i++)
        {
            var other = batches.CountSteps(window[i], i);
            if (other != steps)
            {
                throw new ArgumentException(
                    Invariant(
                        $"Sample {i} has {other} steps, expected {steps}, as sample 0: sequences that go on side by side are cut alike."
                    )
                );
            }
        }
    }
}
