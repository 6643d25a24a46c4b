using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>A tuple of results: of one example, of ragged batches, and of streams, as the reference execution has them.</summary>
public sealed class SeveralResultsTests
{
    private const int Features = 5;
    private const int Targets = 3;
    private const double Tolerance = 1e-5;

    private readonly Estimator model = new(features: Features, units: 19, targets: Targets, seed: 4);
    private readonly Example[] batch = Example.Ragged(Features, Targets, seed: 9, 4, 1, 11, 4, 7, 2, 30);

    [Fact]
    public void One_example_has_the_results_of_the_reference_execution()
    {
        foreach (var example in batch)
        {
            var (mean, last, total) = model.Predict(example.Xs);

            Close(Reference(example).mean.ToArray(), mean.ToArray());
            Close(Reference(example).last.ToArray(), last.ToArray());
            Assert.Equal(Reference(example).total.Value, total, Tolerance);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_ragged_batch_has_those_of_each_example(int threads)
    {
        model.Threads = threads;

        var (mean, last, total) = model.Predict([.. batch.Select(e => (ReadOnlyMemory<float>)e.Xs)]);

        for (var i = 0; i < batch.Length; i++)
        {
            Close(Reference(batch[i]).mean.ToArray(), mean[i]);
            Close(Reference(batch[i]).last.ToArray(), last[i]);
            Close([Reference(batch[i]).total.Value], total[i]);
        }
    }

    [Fact]
    public void No_examples_have_no_results()
    {
        var (mean, last, total) = model.Predict(new List<ReadOnlyMemory<float>>());

        Assert.Empty(mean);
        Assert.Empty(last);
        Assert.Empty(total);
    }

    [Fact]
    public void A_predictor_has_the_same_bits()
    {
        using var predictor = model.Predictor();
        foreach (var example in batch)
        {
            var (mean, last, total) = predictor.Predict(example.Xs);
            Assert.Equal(model.Predict(example.Xs).mean.ToArray(), mean.ToArray());
            Assert.Equal(model.Predict(example.Xs).last.ToArray(), last.ToArray());
            Assert.Equal(model.Predict(example.Xs).total.ToArray(), total.ToArray());
        }

        Assert.Equal(batch.Length, predictor.Predict([.. batch.Select(e => (ReadOnlyMemory<float>)e.Xs)]).last.Length);
    }

    [Fact]
    public void A_stream_gives_the_results_so_far()
    {
        var stream = model.Stream();
        var xs = batch[^1].Xs;
        for (var step = 1; step <= xs.Length / Features; step++)
        {
            var reference = model.Forward(new Seq<Features>(xs.AsSpan(0, step * Features), Features));

            var results = stream.Push(xs.AsSpan((step - 1) * Features, Features));

            Close(reference.mean.Last.ToArray(), results.mean.ToArray());
            Close(reference.last.ToArray(), results.last.ToArray());
            Assert.Equal(reference.total.Value, results.total, Tolerance);
        }
    }

    [Fact]
    public void Each_of_many_streams_has_its_results()
    {
        var rows = model.Streams(rows: 3);
        var alone = Enumerable.Range(0, 3).Select(_ => model.Stream()).ToArray();
        var random = new Random(3);
        for (var step = 0; step < 20; step++)
        {
            int[] ids = step % 2 == 0 ? [2, 0] : [1, 2, 0];
            var inputs = ids.Select(_ => Example.Batch(1, 1, Features, Targets, random.Next())[0].Xs).ToArray();

            var results = rows.Push(ids, [.. inputs.SelectMany(x => x)]);

            for (var i = 0; i < ids.Length; i++)
            {
                var expected = alone[ids[i]].Push(inputs[i]);
                Assert.Equal(expected.mean.ToArray(), results.mean[i].ToArray());
                Assert.Equal(expected.last.ToArray(), results.last[i].ToArray());
                Assert.Equal(expected.total.ToArray(), results.total[i].ToArray());
            }
        }

        Assert.Equal(0, rows.Push([], []).last.Count);
    }

    [Fact]
    public void Every_public_method_predicts()
    {
        var net = new GaussianNet(features: Features, units: 19, targets: Targets, seed: 4) { Threads = 2 };
        foreach (var example in batch)
        {
            var xs = new Seq<Features>(example.Xs, Features);

            Close(net.Forward(xs).ToArray(), net.Predict(example.Xs).ToArray());
            Close(net.Estimate(xs).scale.ToArray(), net.PredictEstimate(example.Xs).scale.ToArray());
            Close(net.End(xs).states.ToArray(), net.PredictEnd(example.Xs).states.ToArray());
        }

        var (mean, _, states) = net.PredictEnd([.. batch.Select(e => (ReadOnlyMemory<float>)e.Xs)]);
        Close(net.End(new Seq<Features>(batch[2].Xs, Features)).mean.ToArray(), mean[2]);
        Close(net.End(new Seq<Features>(batch[2].Xs, Features)).states.ToArray(), states[2]);
        net.Trim();
        Assert.Equal(Targets, net.PredictEnd(batch[0].Xs).mean.Length);
    }

    [Fact]
    public void A_call_of_another_method_allocates_nothing_after_the_first()
    {
        var net = new GaussianNet(features: Features, units: 19, targets: Targets, seed: 4);
        Assert.Equal(0, Allocation.Of(() => net.PredictEnd(batch[2].Xs)));
    }

    private (Seq<Targets> mean, Vec<Units> last, Scalar total) Reference(Example example) =>
        model.Forward(new Seq<Features>(example.Xs, Features));

    private static void Close(double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], Tolerance);
    }
}
