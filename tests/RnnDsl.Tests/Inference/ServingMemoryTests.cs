using RnnDsl.Parameters;
using RnnDsl.Simd;
using RnnDsl.Tests.Data;
using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>Memory that is given back, models that come from files, and changes of parameters that every program sees.</summary>
public sealed class ServingMemoryTests
{
    private const int Features = 5;
    private const int Targets = 3;

    public static TheoryData<string> Names => [.. Nets.Nets.Names];

    /// <summary>T8.</summary>
    [Fact]
    public void Memory_of_a_large_batch_is_given_back()
    {
        var model = new LstmNet(Features, units: 40, Targets, seed: 1);
        var predictor = model.Predictor();
        var batch = Example
            .Batch(60, 50, Features, Targets, seed: 1)
            .Select(e => (ReadOnlyMemory<float>)e.Xs)
            .ToArray();
        var expected = model.Predict(batch);
        Assert.Equal(expected, predictor.Predict(batch));

        Assert.InRange(HeldMemory.OfPredictors(model), 60 * 50 * 40 * sizeof(float), long.MaxValue);
        model.Trim();
        predictor.Trim();
        Assert.Equal(0, HeldMemory.OfPredictors(model));
        Assert.Equal(expected, model.Predict(batch));
        Assert.Equal(expected, predictor.Predict(batch));

        predictor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => predictor.Predict(batch));
    }

    /// <summary>T12: memory of a program that has seen shorter batches is that of the largest, and no more.</summary>
    [Fact]
    public void Batches_that_grow_take_the_memory_of_the_largest()
    {
        var (grown, fresh) = (new Probe(), new Probe());
        for (var steps = 10; steps <= 40; steps += 5)
            grown.Begin(rows: 3, steps);
        fresh.Begin(rows: 3, steps: 40);
        Assert.Equal(fresh.Bytes, grown.Bytes);
        Assert.InRange(fresh.Bytes, 1, long.MaxValue);

        grown.Free();
        Assert.Equal(0, grown.Bytes);
        grown.Begin(rows: 3, steps: 40);
        Assert.Equal(fresh.Bytes, grown.Bytes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_from_a_file_predicts_what_the_saved_one_did(string name)
    {
        var net = Nets.Nets.Make(name, Features, units: 11, Targets);
        net.Scramble(seed: 4);
        using var file = new TemporaryFile("model.safetensors");
        net.Parameters.Save(file.Path);
        var type = net.Model.GetType();
        var load = type.GetMethod("Load")!;
        // A dim that no parameter has is asked for.
        var arguments = load.GetParameters()
            .Select(p =>
                p.Name switch
                {
                    "path" => (object)file.Path,
                    "features" => Features,
                    "targets" => Targets,
                    _ => 11,
                }
            )
            .ToArray();

        var loaded = (IParameterized)load.Invoke(null, arguments)!;

        Assert.Equal(
            net.Parameters.Items.Select(i => (i.Name, i.Shape)),
            loaded.Scope.Store.Items.Select(i => (i.Name, i.Shape))
        );
        Assert.Equal(net.Parameters.ToArray(), loaded.Scope.Store.ToArray());
        var example = Example.Batch(1, 6, Features, Targets, seed: 2)[0];
        Assert.Equal(net.Predict(example), Nets.Nets.Serve(name, loaded, Features).Predict(example.Xs).ToArray());
    }

    [Fact]
    public void A_file_of_another_model_is_refused_with_its_name()
    {
        using var file = new TemporaryFile("model.safetensors");
        new MeanNet(features: Features, units: 7, targets: Targets).Parameters.Save(file.Path);

        var error = Assert.Throws<InvalidDataException>(() => WordsNet.Load(file.Path));

        Assert.Contains(file.Path, error.Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => WordsNet.Load(file.Path + ".none"));
    }

    /// <summary>W6: what changes a parameter is seen by predictions, streams and predictors alike.</summary>
    [Fact]
    public void A_change_of_a_parameter_is_seen_by_all_programs()
    {
        var model = new LstmNet(Features, units: 7, Targets, seed: 1);
        var twin = new LstmNet(Features, units: 7, Targets, seed: 1);
        var xs = Example.Batch(1, 1, Features, Targets, seed: 2)[0].Xs;
        var (predictor, stream) = (model.Predictor(), model.Stream());
        predictor.Predict(xs);
        model.Predict(xs);
        var matrix = model.Parameters["cell.Whi"].ToArray();
        matrix[3] = 2;
        var bias = model.Parameters["head.b"].ToArray();
        bias[1] = -1;

        model.Parameters.Set("cell.Whi", matrix);
        model.Parameters.SetRow("head.b", 1, [-1]);
        twin.Parameters.Set("cell.Whi", matrix);
        twin.Parameters.Set("head.b", bias);

        var expected = twin.Predict(xs).ToArray();
        Assert.Equal(expected, model.Predict(xs).ToArray());
        Assert.Equal(expected, predictor.Predict(xs).ToArray());
        Assert.Equal(expected, stream.Push(xs).ToArray());
        Assert.Equal(model.Forward(new Seq<Features>(xs, Features)).ToArray()[0], expected[0], 1e-5);
    }

    [Fact]
    public void What_is_no_number_for_a_parameter_is_refused_and_nothing_changes()
    {
        var parameters = new LstmNet(Features, units: 7, Targets, seed: 1).Parameters;
        var before = parameters.ToArray();

        Assert.Contains(
            "has 3 numbers, got 2",
            Refusal(() => parameters.Set("head.b", [1, 2])),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Number 2",
            Refusal(() => parameters.Set("head.b", [1, 2, float.NaN])),
            StringComparison.Ordinal
        );
        Assert.Contains("no row 3", Refusal(() => parameters.SetRow("head.b", 3, [1])), StringComparison.Ordinal);
        Assert.Contains("got 2", Refusal(() => parameters.SetRow("head.b", 0, [1, 2])), StringComparison.Ordinal);
        Assert.Contains("numbers, got 1", Refusal(() => parameters.Set([1])), StringComparison.Ordinal);
        Assert.Contains("no parameter 'x'", Refusal(() => parameters.Set("x", [1])), StringComparison.Ordinal);

        Assert.Equal(before, parameters.ToArray());

        static string Refusal(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
    }

    /// <summary>W27: a table is handed out row by row without a gap, though the store pads its rows.</summary>
    [Fact]
    public void Numbers_of_a_table_have_no_gap()
    {
        var model = new WordsNet(features: 9, units: 12, Targets, seed: 1);
        var table = model.Parameters["words.table"];
        Assert.Equal(9 * 12, table.Length);
        for (var row = 0; row < 9; row++)
            Assert.Equal(model.Parameters.Row("words.table", row).ToArray(), table.Slice(row * 12, 12).ToArray());

        var changed = table.ToArray();
        changed[5 * 12 + 7] = 42;
        model.Parameters.Set("words.table", changed);
        Assert.Equal(42, model.Parameters.Row("words.table", 5)[7]);
        Assert.Equal(changed, model.Parameters["words.table"].ToArray());

        // The gradient too, in which the rows of words that are not read are 0.
        var training = new WordsTraining(model);
        training.Gradients([new(new[] { 2 }, new[] { 1 })]);
        var gradient = training.Gradients([new(new[] { 5 }, new[] { 1 })])["words.table"];
        Assert.Equal(9 * 12, gradient.Length);
        for (var row = 0; row < 9; row++)
            Assert.Equal(row == 5, gradient.Slice(row * 12, 12).ContainsAnyExcept(0));
    }

    [Fact]
    public void A_number_of_threads_outside_of_the_range_is_refused()
    {
        var model = new LstmNet(Features, units: 7, Targets);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Threads = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Threads = 1025);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Predictor().Threads = -1);
        model.Threads = 3;
        Assert.Equal(3, model.Threads);
    }

    private sealed class Probe : BatchProgram
    {
        private readonly RowBuffer xs;

        public Probe()
        {
            xs = Buffer(BufferSlots.Steps, 20);
            Buffer(BufferSlots.States, 33);
            Buffer(BufferSlots.One, 7);
            Ahead(xs, slot: 0, new PackedMatrix(units: 33, depth: 20, gates: 4), reverse: false);
        }

        public override void Forward(in Share share) { }
    }
}
