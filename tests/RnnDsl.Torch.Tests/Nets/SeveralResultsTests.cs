using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>A tuple of results, and the results of every public method, with tensors.</summary>
public sealed class SeveralResultsTests
{
    private const int Features = 5;
    private const int Targets = 3;

    private readonly Example[] batch = Example.Ragged(Features, Targets, seed: 9, 4, 1, 11, 4, 7);

    private ReadOnlyMemory<float>[] Xs => [.. batch.Select(e => (ReadOnlyMemory<float>)e.Xs)];

    [Fact]
    public void They_are_those_of_the_cpu()
    {
        var model = new Estimator(features: Features, units: 7, targets: Targets, seed: 4);
        using var torch = new Estimator.Torch(model, CPU);

        var (mean, last, total) = torch.Predict(Xs);

        var expected = model.Predict(Xs);
        Same(expected.mean, mean);
        Same(expected.last, last);
        Same(expected.total, total);
        Same([model.Predict(batch[2].Xs).last.ToArray()], [torch.Predict(batch[2].Xs).last.ToArray()]);
    }

    [Fact]
    public void Every_public_method_predicts()
    {
        var model = new GaussianNet(features: Features, units: 7, targets: Targets, seed: 4);
        using var torch = new GaussianNet.Torch(model, CPU);

        Same(model.Predict(Xs), torch.Predict(Xs));
        Same(model.PredictEstimate(Xs).scale, torch.PredictEstimate(Xs).scale);
        Same(model.PredictEnd(Xs).mean, torch.PredictEnd(Xs).mean);
        Same(model.PredictEnd(Xs).states, torch.PredictEnd(Xs).states);
    }

    private static void Same(float[][] expected, float[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Length, actual[i].Length);
            for (var j = 0; j < expected[i].Length; j++)
                Assert.Equal(expected[i][j], actual[i][j], 1e-5f);
        }
    }
}
