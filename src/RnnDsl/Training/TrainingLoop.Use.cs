namespace RnnDsl.Training;

/// <content>One call at a time: a loop has one position in its data and one memory for batches.</content>
public abstract partial class TrainingLoop<TSample>
{
    /// <summary>Locked while a step is taken and recorded: a checkpoint can be written between two steps.</summary>
    private readonly Lock gate = new();

    // The thread whose call has not returned; 0 if there is none.
    private int user;
    private bool isReporting;

    /// <summary>Begins a call.</summary>
    /// <param name="method">The method that was called.</param>
    /// <param name="isForReports">Whether a handler of progress may call it.</param>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    private Use Begin(string method, bool isForReports = false)
    {
        var thread = Environment.CurrentManagedThreadId;
        var other = Interlocked.CompareExchange(ref user, thread, 0);
        if (other == 0)
        {
            return new(this, isInReport: false);
        }

        if (other != thread)
        {
            throw new InvalidOperationException(
                $"{method} was called while another thread uses this training: it serves one thread at a time. Give each thread "
                    + "a model and a training of its own; only SaveCheckpoint may come from any thread."
            );
        }

        if (!isForReports || !isReporting)
        {
            throw new InvalidOperationException(
                $"{method} was called from within another call on this training, which would then go on from another place: call it "
                    + "when that has returned. To end Fit early, cancel it."
            );
        }

        isReporting = false;
        return new(this, isInReport: true);
    }

    /// <summary>Reports progress; meanwhile other threads can also write checkpoints.</summary>
    private void Tell(FitProgress progress, TrainingProgress report)
    {
        isReporting = true;
        try
        {
            progress.Report(report);
        }
        finally
        {
            isReporting = false;
        }
    }

    /// <summary>Between two windows of a batch, keeps the states that the next one continues from.</summary>
    private Place KeepPlace() => isInBatch ? new(this) : default;

    /// <summary>A restore point between two windows.</summary>
    private readonly ref struct Place
    {
        private readonly TrainingLoop<TSample>? loop;
        private readonly CarriedStates? states;

        public Place(TrainingLoop<TSample> loop)
        {
            this.loop = loop;
            // No checkpoint can be written before the restore point is reached again.
            loop.gate.Enter();
            states = loop.Stateful ? loop.runner!.Carried(loop.runner.Windows.Samples.Length) : null;
        }

        /// <summary>Restores the point.</summary>
        public void Dispose()
        {
            if (loop is not null)
            {
                loop.runner!.GoOnFrom(states);
                loop.gate.Exit();
            }
        }
    }

    /// <summary>A call that has not returned.</summary>
    private readonly ref struct Use(TrainingLoop<TSample> loop, bool isInReport)
    {
        /// <summary>Ends the call.</summary>
        public void Dispose()
        {
            if (isInReport)
            {
                loop.isReporting = true;
            }
            else
            {
                Volatile.Write(ref loop.user, 0);
            }
        }
    }
}
