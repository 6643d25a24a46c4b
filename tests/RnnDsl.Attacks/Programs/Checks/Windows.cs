using RnnDsl.Attacks.Programs.Nets;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>Training in windows.</summary>
internal static class Windows
{
    private const int Steps = 2;

    /// <summary>What a window covers whole is trained to the same bits as without.</summary>
    public static string? Whole(Subject subject)
    {
        if (IsRefused(subject))
        {
            return null;
        }

        float[] Train(int? window)
        {
            var net = subject.Make();
            net.Training.Truncate = window;
            net.Training.TrainBatch(subject.Samples);
            var loss = net.Training.TrainBatch(subject.Samples);
            return [loss, .. net.Parameters.ToArray()];
        }

        return Bits.Difference(Train(null), Train(subject.Lengths.Max())) is { } difference
            ? $"loss and parameters after two steps in a window of all steps: {difference}"
            : null;
    }

    /// <summary>Without states that are carried from window to window, each window is an independent sequence.</summary>
    public static string? Cut(Subject subject)
    {
        if (!subject.Net.Loss.Arguments.Any(argument => argument.IsSequence) || IsRefused(subject))
        {
            return null;
        }

        var windows = subject.Make();
        windows.Training.Truncate = Steps;
        windows.Training.Stateful = false;
        if (windows.Training.WindowsAddUp)
        {
            // A window is a share of its sequence, and no sequence by itself.
            return null;
        }

        windows.Training.TrainBatch([subject.Samples[0]]);

        var parts = subject.Make();
        parts.Training.Truncate = null;
        parts.Training.Stateful = false;
        for (var first = 0; first < subject.Lengths[0]; first += Steps)
        {
            var end = Math.Min(first + Steps, subject.Lengths[0]);
            parts.Training.TrainBatch([parts.Loss.Cut(subject.Samples[0], first..end)]);
        }

        return Bits.Difference(parts.Parameters.ToArray(), windows.Parameters.ToArray()) is { } difference
            ? $"parameters after windows of {Steps} steps: {difference}"
            : null;
    }

    // Windows are for losses that are means or sums over the steps; the loop says so before it does anything.
    private static bool IsRefused(Subject subject)
    {
        var net = subject.Make();
        var before = net.Parameters.ToArray();
        net.Training.Truncate = Steps;
        try
        {
            net.Training.TrainBatch(subject.Samples);
            return false;
        }
        catch (InvalidOperationException refusal)
            when (refusal.Message.Contains("grows with the number of steps", StringComparison.Ordinal)
                && net.Parameters.ToArray().AsSpan().SequenceEqual(before)
            )
        {
            return true;
        }
    }
}
