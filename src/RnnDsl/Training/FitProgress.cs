namespace RnnDsl.Training;

/// <summary>Reports the progress of a call of <c>Fit</c>, with the times.</summary>
/// <param name="handler">The handler of the reports; null for none.</param>
/// <param name="samples">Samples of an epoch.</param>
/// <param name="epochs">The epoch at which the call ends.</param>
internal sealed class FitProgress(IProgress<TrainingProgress>? handler, int samples, int epochs)
{
    private readonly FitClock clock = new((double)samples * epochs, TimeProvider.System);

    /// <summary>Whether there is a handler.</summary>
    public bool IsWanted => handler is not null;

    /// <summary>Samples of an epoch.</summary>
    public int Samples => samples;

    /// <summary>Reports the progress of training.</summary>
    public void Report(TrainingProgress progress)
    {
        if (handler is not null)
        {
            var part = (progress.Batch + progress.BatchPart) / progress.Batches;
            handler.Report(clock.Read((progress.Epoch - 1 + part) * samples, progress));
        }
    }
}
