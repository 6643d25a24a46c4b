using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

internal static class Cancelling
{
    /// <summary>Cancels with the report that ends an epoch.</summary>
    public static void CancelAfterEpoch(this CancellationTokenSource source, TrainingProgress report, int epoch)
    {
        if (report.IsEpochEnd && report.Epoch == epoch)
        {
            source.Cancel();
        }
    }
}
