using System.Globalization;
using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Attacks.Kills;

/// <summary>A training of a random kind, with its data: the same in every process.</summary>
internal sealed class KilledRun
{
    private const int Features = 3;
    private const int Targets = 2;
    private const int Epochs = 60;

    private readonly CarriedTraining.Sample[] train;
    private readonly CarriedTraining.Sample[]? validation;

    public KilledRun(int seed)
    {
        var random = new Random(seed);
        var units = random.Next(32, 193);
        int[] lengths = [.. Enumerable.Range(0, 12).Select(_ => random.Next(3, 20))];
        var isWindowed = random.Next(3) > 0;
        var net = new CarriedNet(features: Features, units: units, targets: Targets, seed: (ulong)seed);
        Training = new CarriedTraining(net)
        {
            Optimizer = random.Next(2) == 0 ? new Adam(0.01f) : new Sgd(0.05f, momentum: 0.9f),
            Seed = (ulong)seed,
            BatchSize = random.Next(2, 7),
            Epochs = Epochs,
            ClipNorm = 1,
            KeepBest = random.Next(2) == 0,
            Truncate = isWindowed ? random.Next(2, 7) : null,
            Stateful = isWindowed && random.Next(3) > 0,
            LossMean = random.Next(2) == 0 ? LossMean.PerSample : LossMean.PerStep,
        };
        train = Samples(lengths);
        validation = random.Next(2) == 0 ? Samples([8, 5, 11]) : null;
        Text =
            $"{units} units, lengths {string.Join(' ', lengths)}, {Training.Optimizer.GetType().Name}, batches of {Training.BatchSize}, "
            + $"windows of {Training.Truncate?.ToString(CultureInfo.InvariantCulture) ?? "all"}{(Training.Stateful ? " that carry states" : "")}, {Training.LossMean}"
            + $"{(Training.KeepBest ? ", keeps the best" : "")}{(validation is null ? "" : ", with validation")}";
    }

    public CarriedTraining Training { get; }

    /// <summary>The description of the run, for messages.</summary>
    public string Text { get; }

    /// <summary>Trains to the end.</summary>
    /// <returns>The parameters, and the losses of all epochs.</returns>
    public (float[] Parameters, double[] Losses) Finish(IProgress<TrainingProgress>? progress = null)
    {
        var history = Training.Fit(train, validation, progress);
        return (Training.Parameters.ToArray(), [.. history.Select(epoch => epoch.ValidationLoss ?? epoch.Loss)]);
    }

    private static CarriedTraining.Sample[] Samples(int[] lengths) =>
        [.. Example.Ragged(Features, Targets, 5, lengths).Select(e => new CarriedTraining.Sample(e.Xs, e.Ys))];
}
