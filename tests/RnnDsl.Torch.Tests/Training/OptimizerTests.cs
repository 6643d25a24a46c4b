using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;
using Sample = RnnDsl.Tests.Nets.Declared.BagTraining.Sample;

namespace RnnDsl.Torch.Tests.Training;

/// <summary>Steps on a device are those on the CPU: of parameters, of what optimizers remember, and of rows of tables.</summary>
public sealed class OptimizerTests
{
    private const int Words = 12;

    private static readonly Dictionary<string, Func<Optimizer>> optimizers = new(StringComparer.Ordinal)
    {
        ["Sgd"] = () => new Sgd(0.1f),
        ["momentum"] = () => new Sgd(0.1f, momentum: 0.9f),
        ["Nesterov"] = () => new Sgd(0.1f, momentum: 0.9f, nesterov: true),
        ["Adam"] = () => new Adam(0.01f),
        ["AdamW"] = () => new AdamW(0.01f, weightDecay: 0.1f),
        ["RmsProp"] = () => new RmsProp(0.01f),
        ["RmsProp with momentum"] = () => new RmsProp(0.01f, momentum: 0.5f),
        ["a user's own"] = () => new SignDescent(),
    };

    public static TheoryData<string> Names => [.. optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_are_those_of_the_cpu(string name)
    {
        var cpu = new BagTraining(Model()) { Optimizer = optimizers[name](), ClipNorm = 0.05f };
        using var torch = Torch();
        (torch.Optimizer, torch.ClipNorm) = (optimizers[name](), 0.05f);

        for (var step = 0; step < 8; step++)
        {
            var batch = Batch(step);
            Assert.Equal(cpu.TrainBatch(batch), torch.TrainBatch(batch), 1e-5f);
        }

        Near(cpu.Parameters.Values, torch.Parameters.Values);
        Assert.Equal(8, torch.Optimizer.Steps);
        for (var i = 0; i < cpu.Optimizer.StateNames.Count; i++)
        {
            Near(cpu.Optimizer.State(i), torch.Optimizer.State(i));
        }
    }

    [Fact]
    public void A_row_that_no_token_picks_stays_where_it_is()
    {
        using var torch = Torch();
        torch.Optimizer = new AdamW(0.01f, weightDecay: 0.1f);
        var before = torch.Parameters.Values.ToArray();
        var table = torch.Parameters.Items.Single(item => item.IsTable);

        torch.TrainBatch([new((int[])[1, 3], 0)]);
        torch.TrainBatch([new((int[])[3, 3], 1)]);

        for (var row = 0; row < Words; row++)
        {
            var now = torch.Parameters.Row(table.Name, row);
            var was = before.AsSpan(table.Offset + row * table.Stride, table.Columns);
            Assert.Equal(row is not (1 or 3), now.SequenceEqual(was));
        }
    }

    [Fact]
    public void A_step_that_is_not_finite_leaves_the_parameters()
    {
        using var torch = Torch();
        torch.Optimizer = new Sgd(0.1f);
        torch.TrainBatch(Batch(0));
        var before = torch.Parameters.Values.ToArray();
        torch.LearningRate = float.MaxValue;
        torch.Optimizer = new Sgd(float.MaxValue, momentum: 0.9f);

        Assert.Throws<TrainingDivergedException>(() =>
        {
            for (var step = 0; step < 100; step++)
            {
                before = torch.Parameters.Values.ToArray();
                torch.TrainBatch(Batch(step));
            }
        });

        Assert.Equal(before, torch.Parameters.Values);
    }

    [Fact]
    public void The_model_has_the_newest_parameters_whenever_it_is_asked()
    {
        var model = Model();
        using var torch = new BagTraining.Torch(model, TorchSharp.torch.CPU);
        var cpu = new BagTraining(Model());

        for (var step = 0; step < 3; step++)
        {
            torch.TrainBatch(Batch(step));
            cpu.TrainBatch(Batch(step));
            Near(cpu.Model.Predict([1, 2]).Values, model.Predict([1, 2]).Values);
        }
    }

    [Fact]
    public void The_reference_execution_has_the_newest_parameters()
    {
        var (model, other) = (Steep(), Steep());
        using var torch = new SteepTraining.Torch(model, TorchSharp.torch.CPU);
        var x = new Vec<Features>(1.0, 2.0, -3.0);
        var before = model.Apply(x).ToArray();

        torch.TrainBatch([new(new float[] { 1, 2, -3 })]);
        new SteepTraining(other).TrainBatch([new(new float[] { 1, 2, -3 })]);

        var (expected, actual) = (other.Apply(x).ToArray(), model.Apply(x).ToArray());
        Assert.NotEqual(before, actual);
        Assert.Equal(expected, actual, (e, a) => Math.Abs(e - a) < 1e-6);
    }

    [Fact]
    public void Parameters_that_were_written_are_taken_over()
    {
        using var torch = Torch();
        torch.TrainBatch(Batch(0));
        torch.Parameters.Values.Clear();
        torch.Parameters.Changed();

        // Of equal outputs the cross-entropy is the logarithm of how many labels there are; the loss takes it one and a half times.
        Assert.Equal(1.5 * Math.Log(2), torch.Evaluate(Batch(1)), 1e-6);
    }

    [Fact]
    public void Two_trainings_of_one_model_go_on_from_each_other()
    {
        var model = Model();
        using var torch = new BagTraining.Torch(model, TorchSharp.torch.CPU) { Optimizer = new Sgd(0.1f) };
        var cpu = new BagTraining(model) { Optimizer = new Sgd(0.1f) };
        var alone = new BagTraining(Model()) { Optimizer = new Sgd(0.1f) };

        for (var step = 0; step < 6; step++)
        {
            _ = step % 2 == 0 ? torch.TrainBatch(Batch(step)) : cpu.TrainBatch(Batch(step));
            alone.TrainBatch(Batch(step));
        }

        Near(alone.Parameters.Values, model.Parameters.Values);
    }

    [Fact]
    public void An_optimizer_goes_from_a_device_to_the_cpu_and_back()
    {
        var optimizer = new Adam(0.01f);
        var model = Model();
        var cpu = new BagTraining(model) { Optimizer = optimizer };
        var alone = new BagTraining(Model()) { Optimizer = new Adam(0.01f) };
        using (var torch = new BagTraining.Torch(model, TorchSharp.torch.CPU) { Optimizer = optimizer })
        {
            torch.TrainBatch(Batch(0));
            cpu.TrainBatch(Batch(1));
            torch.TrainBatch(Batch(2));
        }

        cpu.TrainBatch(Batch(3));

        for (var step = 0; step < 4; step++)
        {
            alone.TrainBatch(Batch(step));
        }

        Near(alone.Parameters.Values, model.Parameters.Values);
        Near(alone.Optimizer.State(1), optimizer.State(1));
    }

    [Fact]
    public void A_checkpoint_of_a_device_goes_on_with_the_same_numbers()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var whole = Torch();
            using var first = Torch();
            using var second = Torch();
            whole.Epochs = second.Epochs = 4;
            first.Epochs = 2;
            whole.KeepBest = first.KeepBest = second.KeepBest = true;
            Sample[] samples = [.. Batch(0), .. Batch(1), .. Batch(2)];

            whole.Fit(samples);
            first.Fit(samples);
            first.SaveCheckpoint(path);
            second.LoadCheckpoint(path);
            second.Fit(samples);

            Assert.Equal(whole.Parameters.Values, second.Parameters.Values);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Gradients_are_those_of_the_batch_after_steps_too()
    {
        using var torch = Torch();
        var cpu = new BagTraining(Model());
        torch.TrainBatch(Batch(0));
        cpu.TrainBatch(Batch(0));

        for (var step = 1; step < 3; step++)
        {
            var (expected, actual) = (cpu.Gradients(Batch(step)), torch.Gradients(Batch(step)));
            Near(expected.Values, actual.Values);
            var table = cpu.Parameters.Items.Single(item => item.IsTable).Name;
            Assert.Equal(expected.TouchedRows(table), actual.TouchedRows(table));
        }
    }

    [Fact]
    public void Gradients_whose_squares_overflow_are_clipped()
    {
        var cpu = new SteepTraining(Steep());
        using var torch = new SteepTraining.Torch(Steep(), TorchSharp.torch.CPU);

        cpu.TrainBatch([new(new float[] { 1, 2, -3 })]);
        torch.TrainBatch([new(new float[] { 1, 2, -3 })]);

        Near(cpu.Parameters.Values, torch.Parameters.Values);
    }

    private static Dense<Features, Targets> Steep() => new(x: 3, y: 2, seed: 1);

    private static BagTraining.Torch Torch() => new(Model(), TorchSharp.torch.CPU);

    private static BagNet Model() => new(features: Words, units: 5, targets: 2, seed: 3);

    /// <summary>Other words in each batch, in batches of different sizes and lengths.</summary>
    private static Sample[] Batch(int step) =>
        [.. Enumerable.Range(0, 2 + step % 3).Select(i => new Sample(Sentence(step, i), (step + i) % 2))];

    private static int[] Sentence(int step, int example) =>
        [.. Enumerable.Range(0, 1 + (example + step) % 4).Select(t => (5 * step + 3 * example + t) % Words)];

    private static void Near(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-5f);
        }
    }

    /// <summary>An optimizer that the backend knows nothing of.</summary>
    private sealed class SignDescent() : Optimizer(0.01f)
    {
        public override IReadOnlyList<string> StateNames => ["steps"];

        protected internal override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
        {
            var steps = State(0).Slice(first, values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] -= LearningRate * Math.Sign(gradients[i]);
                steps[i]++;
            }
        }
    }
}
