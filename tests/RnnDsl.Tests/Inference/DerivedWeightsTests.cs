using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>Matrices that are computed of parameters belong to a version of them, and to no store.</summary>
public sealed class DerivedWeightsTests : IDisposable
{
    private const int Features = 3;
    private const int Targets = 2;
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_prediction_is_of_the_parameters_as_they_are()
    {
        var model = Create(seed: 1);
        var other = Create(seed: 2);
        var file = Path.Combine(folder, "other.safetensors");
        other.Parameters.Save(file);
        AssertIsReference(model);

        model.Parameters.Set("cell.W", [.. other.Parameters["cell.W"]]);
        AssertIsReference(model);

        model.Parameters.Load(file);
        AssertIsReference(model);
        Assert.Equal(other.Predict(Xs).ToArray(), model.Predict(Xs).ToArray());

        new DerivedWeightsTraining(model).TrainBatch([new(Xs, new float[Xs.Length / Features * Targets])]);
        AssertIsReference(model);
    }

    [Fact]
    public void Predictions_beside_a_training_are_each_of_one_version()
    {
        var model = Create(seed: 1);
        var training = new DerivedWeightsTraining(model);
        var versions = new List<float[]> { model.Predict(Xs).ToArray() };
        var seen = new List<float[]>();
        var isDone = false;
        var reader = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
                seen.Add(model.Predict(Xs).ToArray());
        });
        reader.Start();
        for (var step = 0; step < 50; step++)
        {
            training.TrainBatch([new(Xs, new float[Xs.Length / Features * Targets])]);
            versions.Add(model.Predict(Xs).ToArray());
        }

        Volatile.Write(ref isDone, true);
        reader.Join();

        Assert.All(seen, found => Assert.Contains(versions, version => version.AsSpan().SequenceEqual(found)));
    }

    [Fact]
    public void The_store_has_what_is_declared()
    {
        var names = Create(seed: 1).Parameters.Items.Select(item => item.Name).Order(StringComparer.Ordinal);

        Assert.Equal(
            "Q V b cell.A cell.F cell.M cell.P cell.U cell.W cell.b cell.damping cell.gain cell.rate",
            string.Join(' ', names)
        );
    }

    [Fact]
    public void A_frozen_operand_stays_and_the_others_learn()
    {
        var model = Create(seed: 1);
        var training = new DerivedWeightsTraining(model);
        training.Freeze("cell.W");
        var (frozen, learnt) = (model.Parameters["cell.W"].ToArray(), model.Parameters["cell.A"].ToArray());

        training.TrainBatch([new(Xs, new float[Xs.Length / Features * Targets])]);

        Assert.Equal(frozen, model.Parameters["cell.W"].ToArray());
        Assert.NotEqual(learnt, model.Parameters["cell.A"].ToArray());
        AssertIsReference(model);
    }

    [Fact]
    public void Windows_that_hardly_learn_are_the_whole_sequence()
    {
        const int Steps = 4;
        var training = new DerivedWindowsTraining(Create(seed: 4)) { LearningRate = 1e-12f };
        var whole = Sample(0, 3 * Steps);
        var expected = training.Evaluate([whole]);

        var losses = Enumerable
            .Range(0, 3)
            .Select(window => training.TrainWindow([Sample(window * Steps, Steps)], continues: window > 0));

        Assert.Equal(expected, losses.Average(), 1e-5f);

        static DerivedWindowsTraining.Sample Sample(int first, int steps) =>
            new(
                Numbers(12 * Features).AsMemory(first * Features, steps * Features),
                Numbers(12 * Targets).AsMemory(first * Targets, steps * Targets)
            );
    }

    private static float[] Xs { get; } = Numbers(5 * Features);

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(1 + (3 * i)))];

    private static DerivedWeightsNet Create(ulong seed) =>
        new(features: Features, units: 5, targets: Targets, seed: seed);

    private static void AssertIsReference(DerivedWeightsNet model)
    {
        var expected = model.Forward(new Seq<Features>(Xs, Features)).ToArray();
        var actual = model.Predict(Xs).ToArray();
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }
}
