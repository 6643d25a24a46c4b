using RnnDsl.Attacks.Programs.Nets;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>A declared training with the numbers that it is tried with.</summary>
internal sealed class Subject
{
    // Parameters and the steps of finite differences lie on a grid, so that their sums are exact.
    private const float Grid = 1 << 12;

    private readonly Type training;
    private readonly Trial trial;

    public Subject(Type training, Trial trial)
    {
        (this.training, this.trial) = (training, trial);
        Net = Make();
        var random = new Random(trial.Seed);
        Samples = [.. trial.Lengths.Select(length => Net.Loss.Draw(random, length))];
        Inputs = [.. trial.Lengths.Select(length => Net.Forward.Draw(random, length))];
    }

    /// <summary>A net with random parameters; a check leaves it as it was.</summary>
    public Net Net { get; }

    /// <summary>Whether its states can go from window to window; then its loss is a mean or a sum over steps.</summary>
    public bool CarriesStates { get; private set; }

    public IReadOnlyList<int> Lengths => trial.Lengths;

    /// <summary>Data of the loss, for each length.</summary>
    public IReadOnlyList<Datum[]> Samples { get; }

    /// <summary>Data of what <c>Predict</c> runs, for each length.</summary>
    public IReadOnlyList<Datum[]> Inputs { get; }

    /// <summary>Another net with the same parameters.</summary>
    public Net Make()
    {
        var net = new Net(training, trial.Sizes);
        CarriesStates = net.Training.Stateful;
        (net.Training.Truncate, net.Training.Stateful) = (null, false);
        var random = new Random(trial.Seed);
        var values = new float[net.Parameters.TrainableCount];
        foreach (var part in Part.Of(net.Parameters))
        {
            // Biases too, so that no term of an equation hides behind a zero.
            var scale = 1 / Math.Sqrt(part.Columns > 1 ? part.Columns : 2);
            foreach (ref var value in values.AsSpan(part.Range))
            {
                value = MathF.Round((float)((random.NextDouble() * 2 - 1) * scale) * Grid) / Grid;
            }
        }

        net.Parameters.Set(values);
        return net;
    }

    /// <summary>The loss of a sample by the reference execution, with the noise of the first step of training.</summary>
    public double NoisyLoss(int sample)
    {
        using var noise = Noise.Of(seed: 0, step: 0, sample);
        return Net.Loss.Run(Samples[sample])[0];
    }
}
