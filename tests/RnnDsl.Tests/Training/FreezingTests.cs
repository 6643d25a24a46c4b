using RnnDsl.Parameters;
using RnnDsl.Tests.Data;
using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>What no training changes: by its declaration, without a gradient, and for one training at run time.</summary>
public sealed class FreezingTests
{
    private static readonly string[] Trained = ["memory.read", "head.W", "head.b"];

    private static FrozenTraining.Sample[] Samples =>
        [.. Example.Ragged(3, 2, 1, 4, 2, 3).Select(example => new FrozenTraining.Sample(example.Xs, example.Ys))];

    private static ThawedTraining.Sample[] ThawedSamples =>
        [.. Example.Ragged(3, 2, 1, 4, 2, 3).Select(example => new ThawedTraining.Sample(example.Xs, example.Ys))];

    [Fact]
    public void A_declaration_says_what_is_trained()
    {
        var model = Model();

        Assert.Equal(Trained, model.Parameters.Items.Where(item => !item.IsFrozen).Select(item => item.Name));
        Assert.Equal(3 + (2 * 8) + 2, model.Parameters.TrainableCount);
    }

    [Fact]
    public void Constants_have_the_numbers_of_their_methods()
    {
        var model = Model();
        var (a, first) = (model.Parameters["memory.A"].ToArray(), model.Parameters["memory.first"].ToArray());
        for (var i = 0; i < 64; i++)
        {
            Assert.Equal(i / 8 == (i % 8) + 1 ? 1 : 0, a[i]);
        }

        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0], first);
        Assert.All(model.Parameters["offset"].ToArray(), number => Assert.InRange(number, 0.25f, 0.75f));
        Assert.Equal(Model().Parameters["reservoir"].ToArray(), model.Parameters["reservoir"].ToArray());
        Assert.NotEqual(Model(seed: 2).Parameters["reservoir"].ToArray(), model.Parameters["reservoir"].ToArray());
    }

    [Fact]
    public void The_gradients_of_the_rest_are_those_of_a_training_of_all()
    {
        var frozen = new FrozenTraining(Model());
        var thawed = Thawed(frozen.Parameters);

        var actual = frozen.Gradients(Samples);
        var expected = thawed.Gradients(ThawedSamples);

        foreach (var item in frozen.Parameters.Items)
        {
            // The penalty is that of trained matrices alone.
            var decay = item.Name == "head.W" ? 0.02f : 0;
            for (var i = 0; i < item.Length; i++)
            {
                var all = expected[item.Name][i] + (decay * frozen.Parameters[item.Name][i]);
                Assert.Equal(item.IsFrozen ? 0 : all, actual[item.Name][i], 1e-6f);
            }
        }

        Assert.Contains(expected["encoder.Wxi"].ToArray(), number => number != 0);
    }

    [Fact]
    public void The_reference_has_the_same_penalty()
    {
        var training = new FrozenTraining(Model());
        var example = Example.Ragged(3, 2, 1, 4)[0];

        var expected = training.Loss(new Seq<Features>(example.Xs, 3), new Seq<Targets>(example.Ys, 2));

        Assert.Equal((double)expected, training.Evaluate([new(example.Xs, example.Ys)]), 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Steps_change_what_is_trained_and_nothing_else(int threads)
    {
        var training = new FrozenTraining(Model()) { Threads = threads };
        var before = Values(training.Parameters);
        for (var step = 0; step < 3; step++)
        {
            training.TrainBatch(Samples);
        }

        foreach (var item in training.Parameters.Items)
        {
            var isSame = before[item.Name].AsSpan().SequenceEqual(training.Parameters[item.Name]);
            Assert.Equal(item.IsFrozen, isSame);
            var state = training.Optimizer.State(0).Slice(item.Offset, item.Length).ToArray();
            Assert.Equal(item.IsFrozen, state.All(number => number == 0));
        }
    }

    /// <summary>Of a step of gradient descent with the rate 1, the length is the norm that it is clipped to.</summary>
    [Fact]
    public void What_is_frozen_does_not_count_in_the_norm()
    {
        var declared = new FrozenTraining(Model()) { Optimizer = new Sgd(1f), ClipNorm = 0.01f };
        var chosen = Thawed(declared.Parameters);
        (chosen.Optimizer, chosen.ClipNorm) = (new Sgd(1f), 0.01f);
        chosen.Freeze("encoder.");

        Assert.Equal(0.01, Length(declared.Parameters, () => declared.TrainBatch(Samples)), 1e-6);
        Assert.Equal(0.01, Length(chosen.Parameters, () => chosen.TrainBatch(ThawedSamples)), 1e-6);
    }

    [Fact]
    public void A_training_freezes_parameters_by_name_or_path_and_trains_them_again()
    {
        var training = Thawed(Model().Parameters);
        training.TrainBatch(ThawedSamples);
        training.Freeze("encoder.");
        training.Freeze("head.b");
        var before = Values(training.Parameters);
        training.TrainBatch(ThawedSamples);

        Assert.Equal(13, training.Frozen.Count);
        Assert.All(
            training.Parameters.Items,
            item =>
                Assert.Equal(
                    training.Frozen.Contains(item.Name),
                    before[item.Name].AsSpan().SequenceEqual(training.Parameters[item.Name])
                )
        );

        training.Unfreeze("encoder.");
        training.TrainBatch(ThawedSamples);
        Assert.Equal(["head.b"], training.Frozen);
        Assert.NotEqual(before["encoder.Wxi"], training.Parameters["encoder.Wxi"].ToArray());
        Assert.Equal(before["head.b"], training.Parameters["head.b"].ToArray());
    }

    /// <summary>Frozen before the first step and after it: the same bits, and none is left over from a step before.</summary>
    [Fact]
    public void A_frozen_training_is_that_of_the_rest_alone()
    {
        var declared = new FrozenTraining(Model()) { Optimizer = new Sgd(0.1f), ClipNorm = null };
        var chosen = Thawed(declared.Parameters);
        chosen.Optimizer = new Sgd(0.1f);
        foreach (var item in declared.Parameters.Items.Where(item => item.IsFrozen))
        {
            chosen.Freeze(item.Name);
        }

        for (var step = 0; step < 3; step++)
        {
            chosen.TrainBatch(ThawedSamples);
            // The loss that is declared has a penalty, of which the step takes 0.1 * 0.02 of each weight.
            declared.TrainBatch(Samples);
        }

        Assert.Equal(declared.Parameters["encoder.Whi"].ToArray(), chosen.Parameters["encoder.Whi"].ToArray());
        Assert.Equal(
            declared.Parameters["memory.read"].ToArray(),
            chosen.Parameters["memory.read"].ToArray(),
            (e, a) => Math.Abs(e - a) < 1e-3
        );
    }

    [Theory]
    [InlineData("decoder.", "There is no parameter below 'decoder.'")]
    [InlineData("decoder", "There is no parameter 'decoder'")]
    [InlineData("encoder", "for all of them write 'encoder.'")]
    public void A_name_that_matches_nothing_is_an_error(string name, string message)
    {
        var training = Thawed(Model().Parameters);

        var error = Assert.Throws<ArgumentException>(() => training.Freeze(name));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(training.Frozen);
    }

    [Fact]
    public void What_a_declaration_freezes_has_no_gradient_to_train_with()
    {
        var training = new FrozenTraining(Model());

        var error = Assert.Throws<ArgumentException>(() => training.Unfreeze("encoder."));

        Assert.Contains("'encoder.", error.Message, StringComparison.Ordinal);
        Assert.Contains("[Frozen] or [Constant]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_are_saved_and_loaded()
    {
        using var file = new TemporaryFile("frozen.safetensors");
        var model = Model();
        float[] other = [.. Enumerable.Range(0, 64).Select(i => i / 64f)];
        model.Parameters.Set("memory.A", other);
        model.Parameters.Save(file.Path);

        var loaded = FrozenNet.Load(file.Path);

        Assert.Equal(other, loaded.Parameters["memory.A"].ToArray());
        float[] xs = [1, 2, 3, 4, 5, 6];
        Assert.Equal(model.Predict(xs).ToArray(), loaded.Predict(xs).ToArray());
    }

    [Fact]
    public void A_stream_has_the_constants_too()
    {
        var model = Model();
        float[] xs = [.. Enumerable.Range(0, 12).Select(i => MathF.Sin(i))];
        var expected = model.Predict(xs).ToArray();
        var stream = model.Stream();
        for (var t = 0; t < 4; t++)
        {
            Assert.Equal(expected[(2 * t)..((2 * t) + 2)], stream.Push(xs[(3 * t)..((3 * t) + 3)]).ToArray());
        }
    }

    private static FrozenNet Model(ulong seed = 1) => new(features: 3, units: 8, targets: 2, seed: seed);

    // The same parameters in the training of all.
    private static ThawedTraining Thawed(ParameterStore parameters)
    {
        var model = new ThawedNet(features: 3, units: 8, targets: 2);
        foreach (var item in parameters.Items)
        {
            model.Parameters.Set(item.Name, parameters[item.Name]);
        }

        return new(model);
    }

    private static Dictionary<string, float[]> Values(ParameterStore parameters) =>
        parameters.Items.ToDictionary(item => item.Name, item => parameters[item.Name].ToArray());

    private static double Length(ParameterStore parameters, Action step)
    {
        var before = parameters.ToArray();
        step();
        return Math.Sqrt(parameters.ToArray().Zip(before, (a, b) => Math.Pow((double)a - b, 2)).Sum());
    }
}
