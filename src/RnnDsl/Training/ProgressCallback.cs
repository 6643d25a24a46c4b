namespace RnnDsl.Training;

/// <summary>
/// Calls an action with each report of progress, on the training thread and before training goes on. (<c>System.Progress</c>
/// posts reports to another thread, so they arrive late. A checkpoint written from there is also consistent: it has the
/// step that training has reached by then.)
/// </summary>
/// <param name="action">What to call.</param>
public sealed class ProgressCallback(Action<TrainingProgress> action) : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value) => action(value);
}
