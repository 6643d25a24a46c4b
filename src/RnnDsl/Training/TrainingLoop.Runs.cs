using System.Diagnostics;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <content>How a call of <c>Fit</c> begins, ends, and is interrupted.</content>
public abstract partial class TrainingLoop<TSample>
{
    private readonly BestParameters best = new();
    private RunState run;
    private FitProgress? fit;

    // The parameters that an interrupted Fit had reached, if the model holds the best ones meanwhile; and the version of the best.
    private float[]? setAside;
    private int setAsideFor;

    /// <summary>Whether the parameters are unchanged since Fit was interrupted.</summary>
    private bool IsSetAside => setAside is not null && setAsideFor == Parameters.Version;

    /// <summary>The epoch whose parameters remain after an exception; 0 if those from before the step remain.</summary>
    private int RestoredEpoch => fit is not null && KeepBest && best.Values is not null ? best.Epoch : 0;

    private bool IsEnd => Epoch >= Epochs || (Patience is { } epochs && Epoch - best.Epoch >= epochs);

    /// <summary>Whether the run that a checkpoint or an interrupted call has left is complete.</summary>
    private bool HasNothingLeft()
    {
        if (run == RunState.None || position > 0 || unfinished is not null || !IsEnd || best.Epoch == 0)
        {
            return false;
        }

        // The model already holds the best parameters if a run was interrupted or has made its last report.
        if (KeepBest && run == RunState.Open && !IsSetAside)
        {
            best.Restore(Parameters);
        }

        (run, setAside) = (RunState.None, null);
        return true;
    }

    private void BeginRun()
    {
        if (run != RunState.Open)
        {
            best.Reset();
        }
        else if (IsSetAside)
        {
            BestParameters.Write(setAside!, Parameters);
        }

        (run, setAside) = (RunState.Open, null);
    }

    /// <summary>Measures the results of an epoch and records them.</summary>
    private void EndEpoch(
        IReadOnlyList<TSample> train,
        IReadOnlyList<TSample>? validation,
        long started,
        CancellationToken cancellation
    )
    {
        double? measured = validation is null ? null : MeasureAll(validation, nameof(validation), cancellation);
        // The parameters change during an epoch, and so does the loss that it averages; the best is chosen by the loss of the kept parameters.
        var kept = measured ?? (KeepBest ? MeasureAll(train, "training data", cancellation) : losses.Mean);
        lock (gate)
        {
            validationLoss = measured;
            best.Offer(kept, Epoch + 1, KeepBest ? Parameters : null);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            History.Add(new(Epoch + 1, losses.Mean, validationLoss, seconds));
            (position, losses, Epoch) = (0, default, Epoch + 1);
            if (IsEnd)
            {
                run = RunState.Over;
                if (KeepBest)
                {
                    best.Restore(Parameters);
                }
            }
        }
    }

    /// <summary>Restores the best parameters when Fit ends early.</summary>
    /// <param name="canGoOn">Whether the next call continues from the parameters that this one has reached.</param>
    private void Interrupt(bool canGoOn)
    {
        lock (gate)
        {
            if (run == RunState.Open && KeepBest && best.Values is not null)
            {
                setAside = canGoOn ? Parameters.Values.ToArray() : null;
                best.Restore(Parameters);
                setAsideFor = Parameters.Version;
            }
        }
    }

    private void RequireWork(int count)
    {
        if (Epoch >= Epochs)
        {
            throw new InvalidOperationException(
                Invariant($"This loop has done {Epoch} epochs, and Epochs is {Epochs}: set Epochs higher to train on.")
            );
        }

        if (position > count || unfinished?.Rows > count - position)
        {
            throw new InvalidOperationException(
                Invariant(
                    $"Training stands after sample {position} of epoch {Epoch + 1}, but there are {count} samples: "
                        + $"go on with the samples that it began with."
                )
            );
        }
    }
}
