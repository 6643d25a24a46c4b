namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>Generated results against the reference execution.</summary>
internal static class Forward
{
    public static string? Prediction(Subject subject)
    {
        for (var i = 0; i < subject.Inputs.Count; i++)
        {
            var input = subject.Inputs[i];
            var actual = Doubles(subject.Net.Predict(input));
            if (Near.Difference(subject.Net, () => subject.Net.Forward.Run(input), actual) is { } difference)
            {
                return $"Predict of example {i}: {difference}";
            }
        }

        return null;
    }

    public static string? Loss(Subject subject)
    {
        var net = subject.Net;
        for (var i = 0; i < subject.Samples.Count; i++)
        {
            var sample = subject.Samples[i];
            var actual = net.Training.Evaluate([sample]);
            if (Near.Difference(net, () => net.Loss.Run(sample), [actual]) is { } difference)
            {
                return $"Evaluate of sample {i}: {difference}";
            }
        }

        var whole = net.Training.Evaluate(subject.Samples);
        double[] Mean() => [subject.Samples.Average(sample => net.Loss.Run(sample)[0])];
        return Near.Difference(net, Mean, [whole]) is { } ofWhole ? $"Evaluate of the batch: {ofWhole}" : null;
    }

    /// <summary>The loss of a step of training has the noise of its step, its example and its seed.</summary>
    public static string? TrainingLoss(Subject subject)
    {
        var training = subject.Make().Training;
        training.LearningRate = 1e-20f;
        var actual = training.TrainBatch(subject.Samples);
        double[] Mean() => [Enumerable.Range(0, subject.Samples.Count).Average(subject.NoisyLoss)];
        return Near.Difference(subject.Net, Mean, [actual]) is { } difference ? $"TrainBatch: {difference}" : null;
    }

    private static double[] Doubles(float[] values) => [.. values.Select(value => (double)value)];
}
