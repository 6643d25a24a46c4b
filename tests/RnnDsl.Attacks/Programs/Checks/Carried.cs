namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>Windows that start with the states that the window before left behind.</summary>
internal static class Carried
{
    private const int Steps = 3;

    public static string? Evaluation(Subject subject)
    {
        if (!subject.CarriesStates)
        {
            return null;
        }

        var training = subject.Make().Training;
        (training.Truncate, training.Stateful) = (Steps, true);
        var actual = training.Evaluate(subject.Samples);
        double[] Whole() => [subject.Samples.Average(sample => subject.Net.Loss.Run(sample)[0])];
        return Near.Difference(subject.Net, Whole, [actual]) is { } difference
            ? $"Evaluate in windows of {Steps} steps: {difference}"
            : null;
    }

    public static string? Training(Subject subject)
    {
        if (!subject.CarriesStates)
        {
            return null;
        }

        var sequence = subject.Make();
        (sequence.Training.Truncate, sequence.Training.Stateful) = (Steps, true);
        if (sequence.Training.WindowsAddUp)
        {
            // A window is a share of its sequence, and no stream knows how long that is.
            return null;
        }

        sequence.Training.TrainBatch([subject.Samples[0]]);

        var stream = subject.Make();
        stream.Training.Stateful = true;
        for (var first = 0; first < subject.Lengths[0]; first += Steps)
        {
            var end = Math.Min(first + Steps, subject.Lengths[0]);
            stream.Training.TrainWindow([stream.Loss.Cut(subject.Samples[0], first..end)], continues: first > 0);
        }

        return Bits.Difference(sequence.Parameters.ToArray(), stream.Parameters.ToArray()) is { } difference
            ? $"parameters after windows of {Steps} steps: {difference}"
            : null;
    }
}
