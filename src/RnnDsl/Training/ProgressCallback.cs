namespace RnnDsl.Training;

/// <summary>
/// Calls an action with each report of progress, on the training thread and before training goes on. (<c>System.Progress</c>
/// posts reports to another thread, so that they come late.)
/// </summary>
/// <param name="action">What to call.</param>
public sealed class ProgressCallback(Action<TrainingProgress> action) : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value) => action(value);
}
