using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

public sealed class DivergenceTests
{
    [Fact]
    public void ALossThatIsNotFiniteStopsBeforeTheStep()
    {
        var training = new RegressionTraining();
        training.TrainBatch([new([1, 2], 1)]);
        var before = training.Values();
        var error = Assert.Throws<TrainingDivergedException>(() =>
            training.TrainBatch([new([1, 2], 1), new([1, 2], float.NaN)])
        );
        Assert.Equal(before, training.Values());
        Assert.Equal((1, 2L), (error.Epoch, error.Step));
        Assert.True(double.IsNaN(error.Loss));
        Assert.Contains("the loss of sample 1 is not finite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AGradientTooLargeToSquareStopsBeforeTheStep()
    {
        // The error is 1, the loss is 1; the gradient is -2e30, whose square is infinite in float.
        var training = new RegressionTraining(new Adam());
        var error = Assert.Throws<TrainingDivergedException>(() => training.TrainBatch([new([1e30f, 0], 1)]));
        Assert.Equal(1, error.Loss);
        Assert.Equal(2e30, error.GradientNorm, 1e25);
        Assert.All(training.Values(), value => Assert.Equal(0, value));
        training.ClipNorm = 1;
        training.TrainBatch([new([1e30f, 0], 1)]);
        Assert.Equal(0.001, training.Parameters["w"][0], 1e-6);
    }

    [Fact]
    public void AnInfiniteSlopeIsNamedAtAFiniteLoss()
    {
        var training = new SlopeTraining(new Scaled(features: 2));

        var error = Assert.Throws<TrainingDivergedException>(() => training.TrainBatch([new(new float[] { 1, 2 })]));

        Assert.Equal(0, error.Loss);
        Assert.True(double.IsNaN(error.GradientNorm));
        Assert.Contains("infinite slope", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AStepThatLeavesTheFloatsIsTakenBack()
    {
        var training = new RegressionTraining(new Sgd(3e38f));
        training.Parameters.SetRow("w", 0, [0.25f]);
        var error = Assert.Throws<TrainingDivergedException>(() => training.TrainBatch([new([1, 2], 3)]));
        Assert.Equal([0.25f, 0f], training.Parameters["w"].ToArray());
        Assert.Equal((1L, 0L), (error.Step, training.Optimizer.Steps));
        Assert.Contains("the step left parameters that are not finite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FitThatDivergesKeepsFiniteParametersAndSaysWhere()
    {
        var training = new RegressionTraining(new Sgd(10)) { Epochs = 100, BatchSize = 8 };
        var error = Assert.Throws<TrainingDivergedException>(() => training.Fit(RegressionTraining.Plane()));
        Assert.All(training.Values(), value => Assert.True(float.IsFinite(value)));
        Assert.Equal(training.Epoch + 1, error.Epoch);
        Assert.StartsWith($"Training diverged in epoch {error.Epoch}, step {error.Step}:", error.Message);
    }

    [Fact]
    public void EvaluateDoesNotReturnNaN()
    {
        var training = new RegressionTraining();
        Point[] samples = [new([1, 2], 1), new([1, 2], float.PositiveInfinity)];
        var error = Assert.Throws<TrainingDivergedException>(() => training.Evaluate(samples));
        Assert.Contains("the loss of sample 1 is not finite", error.Message, StringComparison.Ordinal);
        Assert.Throws<TrainingDivergedException>(() => training.Gradients(samples));
    }

    // T5
    [Fact]
    public void ValidationThatIsNotFiniteSaysSoAndThatNoStepWasTaken()
    {
        var training = new RegressionTraining { Epochs = 20, BatchSize = 8 };
        var plane = RegressionTraining.Plane();
        Point[] validation = [plane[0], plane[1], new([float.MaxValue, 0], 0)];
        var error = Assert.Throws<TrainingDivergedException>(() => training.Fit(plane, validation));
        Assert.StartsWith("Validation, in epoch 1 after step 5: the loss of sample 2 is not finite", error.Message);
        Assert.Contains("No step was taken.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Look for numbers in this sample", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Training diverged", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 5L, 5L), (error.Epoch, error.Step, training.Optimizer.Steps));

        // It can resume where it stopped, with samples that have a finite loss.
        training.Fit(plane, plane);
        var whole = new RegressionTraining { Epochs = 20, BatchSize = 8 };
        whole.Fit(plane, plane);
        Assert.Equal(whole.Values(), training.Values());
    }

    // T5
    [Fact]
    public void EvaluationNamesItself()
    {
        var training = new RegressionTraining();
        var error = Assert.Throws<TrainingDivergedException>(() => training.Evaluate([new([1, 2], float.NaN)]));
        Assert.StartsWith("Evaluation, in epoch 1 after step 0: the loss of sample 0 is not finite", error.Message);
    }
}
