using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using TorchSharp;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>W15, W16: what is disposed says so and leaves no tensor; a number of threads is refused.</summary>
[Collection("Tensors are counted")]
public sealed class DisposedTests
{
    private static LstmNet Model => new(features: 3, units: 4, targets: 2);

    private static LstmTraining.Sample[] Samples =>
        [.. Example.Ragged(3, 2, 1, 4, 2, 3).Select(example => new LstmTraining.Sample(example.Xs, example.Ys))];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_disposed_model_predicts_nothing(bool isUsed)
    {
        var before = Tensors();
        var samples = Samples;
        var model = new LstmNet.Torch(Model, torch.CPU);
        if (isUsed)
        {
            model.Predict([samples[0].Xs]);
        }

        model.Dispose();
        model.Dispose();

        Assert.Throws<ObjectDisposedException>(() => model.Predict([samples[0].Xs]));
        Assert.Throws<ObjectDisposedException>(() => model.Predict(samples[0].Xs.Span));
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_disposed_training_trains_nothing(bool isUsed)
    {
        var before = Tensors();
        var (samples, model) = (Samples, Model);
        var training = new LstmTraining.Torch(model, torch.CPU);
        if (isUsed)
        {
            training.TrainBatch(samples);
        }

        training.Dispose();
        training.Dispose();

        Assert.Throws<ObjectDisposedException>(() => training.TrainBatch(samples));
        Assert.Throws<ObjectDisposedException>(() => training.Evaluate(samples));
        Assert.Throws<ObjectDisposedException>(() => training.Gradients(samples));
        Assert.Throws<ObjectDisposedException>(() => training.Fit(samples));
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void What_was_trained_before_stays()
    {
        var (samples, model) = (Samples, Model);
        float[] expected;
        using (var training = new LstmTraining.Torch(model, torch.CPU))
        {
            training.TrainBatch(samples);
            training.TrainBatch(samples);
        }

        using (var same = new LstmTraining.Torch(Model, torch.CPU))
        {
            same.TrainBatch(samples);
            same.TrainBatch(samples);
            expected = same.Parameters.Values.ToArray();
        }

        Assert.Equal(expected, model.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_number_of_threads_is_refused()
    {
        using var training = new LstmTraining.Torch(Model, torch.CPU) { Threads = 0 };

        var error = Assert.Throws<NotSupportedException>(() => training.Threads = 1);

        Assert.Contains("torch.set_num_threads(1)", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, training.Threads);
    }

    private static long Tensors()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
