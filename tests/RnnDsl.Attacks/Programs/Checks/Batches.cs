using System.Globalization;
using RnnDsl.Attacks.Programs.Nets;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>Each example is what it is alone, whatever else is in its batch.</summary>
internal static class Batches
{
    private const double Tolerance = 1e-4;

    // What is 0 in exact numbers, such as the gradient through the mean of one unit, is some units of the last place of a float.
    private const double Rounding = 2e-6;

    public static string? Prediction(Subject subject)
    {
        var net = subject.Net;
        var alone = subject.Inputs.Select(net.Predict).ToArray();
        var together = net.PredictAll(subject.Inputs);
        for (var i = 0; i < alone.Length; i++)
        {
            if (Bits.Difference(alone[i], together[i]) is { } difference)
            {
                return $"Predict of example {i} of {alone.Length}: {difference}";
            }
        }

        return null;
    }

    public static string? Loss(Subject subject)
    {
        var training = subject.Net.Training;
        var alone = subject.Samples.Average(sample => training.Evaluate([sample]));
        var together = training.Evaluate(subject.Samples);
        return Math.Abs(alone - together) <= 1e-12 * Math.Max(1, Math.Abs(alone))
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Evaluate of the batch is {together:r}, the mean of its samples {alone:r}"
            );
    }

    public static string? Gradient(Subject subject)
    {
        if (HasNoise(subject))
        {
            // Alone, each sample is the first of its batch, and gets the noise of that.
            return null;
        }

        var net = subject.Net;
        var alone = new double[net.Parameters.TrainableCount];
        foreach (var sample in subject.Samples)
        {
            var gradient = net.Training.Gradients([sample]);
            for (var i = 0; i < alone.Length; i++)
            {
                alone[i] += gradient[i] / subject.Samples.Count;
            }
        }

        var together = net.Training.Gradients(subject.Samples);
        double[]? spread = null;
        // What cancels in each sample, such as the adjoints of a layer norm, leaves a rest in the sum over the batch.
        double Spread(int i) =>
            (spread ??= Condition.Of(net, () => [.. net.Training.Gradients(subject.Samples).Select(g => (double)g)]))[
                i
            ];

        foreach (var part in Part.Of(net.Parameters))
        {
            var values = together.AsSpan(part.Range);
            var expected = alone.AsSpan(part.Range);
            var largest = 0.0;
            foreach (var value in expected)
            {
                largest = Math.Max(largest, Math.Abs(value));
            }

            for (var i = 0; i < values.Length; i++)
            {
                var difference = Math.Abs(values[i] - expected[i]);
                var allowed = Tolerance * largest + Rounding;
                if (!(difference <= allowed) && !(difference <= allowed + Spread(part.Start + i)))
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"the gradient of {part.Name}, number {i}, is {values[i]:g7} for the batch, the mean of its samples {expected[i]:g7}"
                    );
                }
            }
        }

        return null;
    }

    private static bool HasNoise(Subject subject) =>
        Enumerable
            .Range(0, Math.Min(2, subject.Samples.Count))
            .Any(i => !subject.NoisyLoss(i).Equals(subject.Net.Loss.Run(subject.Samples[i])[0]));
}
