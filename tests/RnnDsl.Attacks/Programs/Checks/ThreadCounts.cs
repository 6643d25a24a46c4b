using RnnDsl.Attacks.Programs.Nets;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>Any number of threads gives the same bits.</summary>
internal static class ThreadCounts
{
    private static readonly int[] counts = [2, 3, 5, 2];

    public static string? Training(Subject subject)
    {
        var expected = Run(subject, threads: 1);
        foreach (var threads in counts)
        {
            if (Bits.Difference(expected, Run(subject, threads)) is { } difference)
            {
                return $"parameters after two steps on {threads} threads: {difference}";
            }
        }

        return null;
    }

    public static string? Prediction(Subject subject)
    {
        float[] Run(int threads)
        {
            subject.Net.PredictionThreads = threads;
            return [.. subject.Net.PredictAll(subject.Inputs).SelectMany(result => result)];
        }

        var expected = Run(threads: 1);
        foreach (var threads in counts)
        {
            if (Bits.Difference(expected, Run(threads)) is { } difference)
            {
                return $"Predict of {subject.Inputs.Count} examples on {threads} threads: {difference}";
            }
        }

        return null;
    }

    private static float[] Run(Subject subject, int threads)
    {
        var net = subject.Make();
        net.Training.Threads = threads;
        net.Training.TrainBatch(subject.Samples);
        var loss = net.Training.TrainBatch(subject.Samples);
        return [loss, .. net.Parameters.ToArray()];
    }
}
