using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

public sealed class TrainBatchTests
{
    // With w = 0, b = 0 the errors are -y: mean loss (1 + 9) / 2, gradients -(2/2) * sum(y x) and -(2/2) * sum(y).
    private static readonly Point[] pair = [new([1, 2], 1), new([0, -1], 3)];

    [Fact]
    public void GradientsAreThoseOfTheMeanLoss()
    {
        var training = new RegressionTraining();
        var gradients = training.Gradients(pair);
        Assert.Equal([-1f, 1f], gradients["w"].ToArray());
        Assert.Equal([-4f], gradients["b"].ToArray());
        Assert.All(training.Values(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void GradientsAreNotAddedToThoseBefore()
    {
        var training = new RegressionTraining();
        training.Gradients(pair);
        Assert.Equal([-1f, 1f], training.Gradients(pair)["w"].ToArray());
    }

    [Fact]
    public void AStepFollowsTheGradientAndReturnsTheLossBeforeIt()
    {
        var training = new RegressionTraining(new Sgd(0.25f));
        Assert.Equal(5, training.TrainBatch(pair));
        Assert.Equal([0.25f, -0.25f], training.Parameters["w"].ToArray());
        Assert.Equal([1f], training.Parameters["b"].ToArray());
        // Now w * x + b is 0.75 and 1.25: errors -0.25 and -1.75.
        Assert.Equal((0.0625f + 3.0625f) / 2, training.TrainBatch(pair));
    }

    [Fact]
    public void AGradientThatIsTooLongIsScaledToTheClipNorm()
    {
        // The norm of (-1, 1, -4) is sqrt(18).
        var training = new RegressionTraining(new Sgd(1)) { ClipNorm = 0.5f };
        training.TrainBatch(pair);
        var expected = 0.5 / Math.Sqrt(18);
        Assert.Equal(expected, training.Parameters["w"][0], 1e-6);
        Assert.Equal(-expected, training.Parameters["w"][1], 1e-6);
        Assert.Equal(4 * expected, training.Parameters["b"][0], 1e-6);
    }

    [Fact]
    public void AGradientThatIsShortEnoughIsLeftAlone()
    {
        var training = new RegressionTraining(new Sgd(1)) { ClipNorm = 4.3f };
        training.TrainBatch(pair);
        Assert.Equal([1f, -1f], training.Parameters["w"].ToArray());
    }

    [Fact]
    public void WeightsArePackedOnceForEachChange()
    {
        var training = new RegressionTraining();
        training.Gradients(pair);
        training.Gradients(pair);
        Assert.Equal(1, training.Program.Packs);
        training.TrainBatch(pair);
        training.TrainBatch(pair);
        Assert.Equal(2, training.Program.Packs);
        training.Parameters.Set("b", [7]);
        training.Gradients(pair);
        Assert.Equal(3, training.Program.Packs);
    }

    [Fact]
    public void ThreadsDoNotChangeABit()
    {
        var results = new List<float[]>();
        foreach (var threads in (int[])[1, 2, 3, 16])
        {
            var training = new RegressionTraining(new Adam(0.1f)) { Threads = threads };
            for (var step = 0; step < 5; step++)
            {
                training.TrainBatch(RegressionTraining.Plane());
            }

            results.Add(training.Values());
            Assert.Equal(
                threads switch
                {
                    1 => 33,
                    2 => 17,
                    3 => 11,
                    _ => 6,
                },
                training.Program.LargestPart
            );
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void SmallWorkStaysOnOneThread()
    {
        var training = new RegressionTraining();
        training.TrainBatch(RegressionTraining.Plane());
        Assert.Equal(33, training.Program.LargestPart);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AStepAllocatesNothing(int threads)
    {
        var batch = RegressionTraining.Plane();
        foreach (var optimizer in (Optimizer[])[new Sgd(), new Sgd(0.1f, 0.9f), new Adam(), new RmsProp()])
        {
            var training = new RegressionTraining(optimizer) { ClipNorm = 0.1f, Threads = threads };
            training.TrainBatch(batch);
            Assert.Equal(0, Allocation.Of(() => training.TrainBatch(batch)));
        }
    }

    [Fact]
    public void SaysWhichSampleDoesNotFit()
    {
        var training = new RegressionTraining();
        Assert.Throws<ArgumentException>(() => training.TrainBatch([]));
        Assert.Throws<ArgumentException>(() => training.Gradients([]));
        var width = Assert.Throws<ArgumentException>(() => training.TrainBatch([new([1, 2], 1), new([1], 1)]));
        Assert.Contains("Sample 1: expected 2 values of X, got 1", width.Message, StringComparison.Ordinal);
        Assert.All(training.Values(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void RefusesNumbersThatMeanNothing()
    {
        var training = new RegressionTraining();
        Assert.Throws<ArgumentOutOfRangeException>(() => training.LearningRate = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.LearningRate = float.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.BatchSize = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.Epochs = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.ClipNorm = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.ClipNorm = float.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.Threads = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.Threads = 100_000);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.Patience = 0);
        training.ClipNorm = null;
    }
}
