using RnnDsl.Parameters;
using RnnDsl.Tests.Data;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Parameters;

/// <summary>Settings: arguments of the constructor that equations read, saved with the parameters and never trained.</summary>
public class SettingTests
{
    [Fact]
    public void Each_cell_has_the_number_that_its_layer_gives_it()
    {
        var net = Make(dt: 0.5f, slowDt: 0.125f, damping: 2, gamma: 3);

        var settings = net
            .Parameters.Items.Where(item => item.Setting is not null)
            .ToDictionary(item => item.Name, item => item.Setting!.Value);

        Assert.Equal(10, settings.Count);
        Assert.Equal((3f, 0.5f), (settings["gamma"], settings["first.dt"]));
        Assert.Equal((3f, 0.75f), (settings["first.gamma"], settings["first.epsilon"]));
        Assert.Equal((3f, 0.125f), (settings["rest.0.gamma"], settings["rest.1.dt"]));
        Assert.Equal(2f, settings["rest.0.epsilon"]);
        Assert.All(settings, setting => Assert.Equal([setting.Value], net.Parameters[setting.Key].ToArray()));
    }

    [Fact]
    public void A_number_that_the_caller_leaves_out_is_that_of_the_field()
    {
        var net = new OscillatorsNet(features: 2, units: 3, targets: 1);

        Assert.Equal(0.25f, net.Parameters.Items.Single(item => item.Name == "rest.1.dt").Setting);
        Assert.Equal(1.5f, net.Parameters.Items.Single(item => item.Name == "gamma").Setting);
        Assert.Equal(1f, net.Parameters.Items.Single(item => item.Name == "rest.1.epsilon").Setting);
    }

    [Fact]
    public void Another_number_gives_another_result_by_the_same_program()
    {
        float[] xs = [0.5f, -1, 2, 1];
        foreach (var dt in new[] { 0.25f, 0.5f, 0.0625f })
        {
            var net = Make(dt, slowDt: 0.125f, damping: 2, gamma: 3);
            var expected = net.Forward(new Seq<Features>(xs, 2)).ToArray();

            Assert.Equal(expected, net.Predict(xs).ToArray().Select(x => (double)x), (a, b) => Math.Abs(a - b) < 1e-6);
        }

        Assert.NotEqual(
            Make(0.25f, slowDt: 0.125f, damping: 2, gamma: 3).Predict(xs).ToArray(),
            Make(0.5f, slowDt: 0.125f, damping: 2, gamma: 3).Predict(xs).ToArray()
        );
    }

    [Fact]
    public void Training_changes_no_setting_and_counts_none()
    {
        var net = Make(dt: 0.5f, slowDt: 0.125f, damping: 2, gamma: 3);
        var training = new OscillatorsTraining(net);
        var before = net.Parameters["first.W"].ToArray();

        for (var step = 0; step < 3; step++)
        {
            training.TrainBatch([new(new float[] { 1, 2, 3, 4 }, new float[] { 1, -1 })]);
        }

        Assert.NotEqual(before, net.Parameters["first.W"].ToArray());
        Assert.All(
            net.Parameters.Items.Where(item => item.Setting is not null),
            item => Assert.Equal([item.Setting!.Value], net.Parameters[item.Name].ToArray())
        );
        Assert.Equal(net.Parameters.Items.Sum(item => item.Length) - 10, net.Parameters.TrainableCount);
        Assert.All(net.Parameters.Items, item => Assert.Equal(item.Setting is not null, item.IsFrozen));
    }

    [Fact]
    public void A_model_from_a_file_has_the_settings_of_the_file()
    {
        using var file = new TemporaryFile("net.safetensors");
        var net = Make(dt: 0.5f, slowDt: 0.125f, damping: 2, gamma: 3);
        net.Parameters.Save(file.Path);
        float[] xs = [0.5f, -1, 2, 1];

        var loaded = OscillatorsNet.Load(file.Path);

        Assert.Equal(net.Predict(xs).ToArray(), loaded.Predict(xs).ToArray());
        Assert.Equal(
            net.Forward(new Seq<Features>(xs, 2)).ToArray(),
            loaded.Forward(new Seq<Features>(xs, 2)).ToArray()
        );
        Assert.Equal(0.125f, loaded.Parameters.Items.Single(item => item.Name == "rest.0.dt").Setting);
    }

    [Fact]
    public void A_file_with_another_number_is_refused_and_changes_nothing()
    {
        using var file = new TemporaryFile("net.safetensors");
        Make(dt: 0.5f, slowDt: 0.125f, damping: 2, gamma: 3).Parameters.Save(file.Path);
        var other = Make(dt: 0.25f, slowDt: 0.125f, damping: 2, gamma: 3);
        var before = other.Parameters.ToArray();

        var message = Assert.Throws<InvalidDataException>(() => other.Parameters.Load(file.Path)).Message;

        Assert.Contains(
            "has 0.5 as the setting 'first.dt', and the model was made with 0.25",
            message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, other.Parameters.ToArray());
    }

    [Fact]
    public void A_checkpoint_of_a_model_with_another_number_is_refused()
    {
        using var file = new TemporaryFile("run.checkpoint");
        var training = new OscillatorsTraining(Make(dt: 0.5f, slowDt: 0.125f, damping: 2, gamma: 3));
        training.TrainBatch([new(new float[] { 1, 2 }, new float[] { 1 })]);
        training.SaveCheckpoint(file.Path);
        var other = new OscillatorsTraining(Make(dt: 0.5f, slowDt: 0.25f, damping: 2, gamma: 3));

        var message = Assert.Throws<InvalidDataException>(() => other.LoadCheckpoint(file.Path)).Message;

        Assert.Contains("'rest.0.dt'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_sets_one_later()
    {
        var net = Make(dt: 0.5f, slowDt: 0.125f, damping: 2, gamma: 3);

        var message = Assert.Throws<ArgumentException>(() => net.Parameters.Set("first.dt", [1])).Message;

        Assert.Contains(
            "'first.dt' is a setting, 0.5, got 1: make the model with another number",
            message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => net.Parameters.SetRow("first.dt", 0, [1]));
        var all = net.Parameters.ToArray();
        net.Parameters.Set(all);
        Assert.Throws<ArgumentException>(() => net.Parameters.Set(new float[all.Length]));
        Assert.Equal(all, net.Parameters.ToArray());
    }

    [Fact]
    public void It_is_finite() =>
        Assert.Throws<ArgumentException>(() => Make(dt: float.NaN, slowDt: 0.125f, damping: 2, gamma: 3));

    private static OscillatorsNet Make(float dt, float slowDt, float damping, float gamma) =>
        new(features: 2, units: 3, targets: 1, dt: dt, slowDt: slowDt, damping: damping, gamma: gamma, seed: 7);
}
