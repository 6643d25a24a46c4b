using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

/// <summary>One call at a time; only checkpoints are written from anywhere.</summary>
public sealed class UseTests : IDisposable
{
    private static readonly Point[] plane = RegressionTraining.Plane();
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(folder, "training.ckpt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // W1
    [Theory]
    [InlineData("Fit")]
    [InlineData("TrainBatch")]
    [InlineData("TrainWindow")]
    [InlineData("Gradients")]
    [InlineData("Evaluate")]
    [InlineData("LoadCheckpoint")]
    public async Task A_second_thread_is_refused_while_the_first_trains(string method)
    {
        var training = Create();
        training.SaveCheckpoint(File);
        using var isIn = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var first = Task.Run(() =>
            training.Fit(
                plane,
                progress: new ProgressCallback(_ =>
                {
                    isIn.Set();
                    goOn.Wait();
                })
            )
        );
        isIn.Wait();
        var error = Assert.Throws<InvalidOperationException>(() => Call(training, method));
        goOn.Set();
        await first;

        Assert.StartsWith($"{method} was called while another thread uses this training", error.Message);
        var alone = Create();
        alone.Fit(plane);
        Assert.Equal(alone.Values(), training.Values());
        Assert.Equal(alone.History.Select(epoch => epoch.Loss), training.History.Select(epoch => epoch.Loss));
    }

    // W1
    [Fact]
    public void Batches_from_many_threads_are_trained_one_at_a_time_or_refused()
    {
        var training = Create();
        var (trained, refused) = (0, 0);
        Parallel.For(
            0,
            2000,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ =>
            {
                try
                {
                    training.TrainBatch(plane);
                    Interlocked.Increment(ref trained);
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        );
        Assert.Equal(2000, trained + refused);
        Assert.Equal(trained, training.Optimizer.Steps);
        var alone = Create();
        for (var i = 0; i < trained; i++)
        {
            alone.TrainBatch(plane);
        }

        Assert.Equal(alone.Values(), training.Values());
    }

    // W23
    [Theory]
    [InlineData("Fit")]
    [InlineData("TrainBatch")]
    [InlineData("TrainWindow")]
    [InlineData("LoadCheckpoint")]
    public void A_handler_cannot_lead_training_to_another_place(string method)
    {
        var training = Create();
        training.SaveCheckpoint(File);
        var errors = new List<string>();
        training.Fit(
            plane,
            progress: new ProgressCallback(_ =>
                errors.Add(Assert.Throws<InvalidOperationException>(() => Call(training, method)).Message)
            )
        );
        Assert.Equal(15, errors.Count);
        Assert.All(
            errors,
            error => Assert.StartsWith($"{method} was called from within another call on this training", error)
        );
        var alone = Create();
        alone.Fit(plane);
        Assert.Equal(alone.Values(), training.Values());
    }

    [Theory]
    [InlineData("Evaluate")]
    [InlineData("Gradients")]
    public void A_handler_may_measure(string method)
    {
        var training = Create();
        training.Fit(plane, progress: new ProgressCallback(_ => Call(training, method)));
        var alone = Create();
        alone.Fit(plane);
        Assert.Equal(alone.Values(), training.Values());
    }

    [Theory]
    [InlineData("Evaluate")]
    [InlineData("TrainBatch")]
    public void A_schedule_may_not(string method)
    {
        var training = Create();
        training.Schedule = (_, _) =>
        {
            Call(training, method);
            return 0.1f;
        };
        Assert.Throws<InvalidOperationException>(() => training.Fit(plane));
        Assert.Equal(0, training.Optimizer.Steps);
    }

    // W18
    [Fact]
    public async Task A_checkpoint_written_by_another_thread_goes_on_with_the_same_bits()
    {
        var whole = Create(epochs: 200);
        whole.Fit(plane, plane);
        var training = Create(epochs: 200);
        using var isIn = new ManualResetEventSlim();
        var saved = 0;
        var saver = Task.Run(() =>
        {
            isIn.Wait();
            while (training.Epoch < 200)
            {
                training.SaveCheckpoint($"{File}.{saved}");
                Interlocked.Increment(ref saved);
            }
        });
        // As that of System.Progress, the handler lets training go on, once the other thread has begun.
        training.Fit(
            plane,
            plane,
            new ProgressCallback(_ =>
            {
                isIn.Set();
                SpinWait.SpinUntil(() => Volatile.Read(ref saved) > 0);
            })
        );
        await saver;

        Assert.Equal(whole.Values(), training.Values());
        var places = new HashSet<(int, long)>();
        for (var i = 0; i < saved; i += Math.Max(1, saved / 20))
        {
            var resumed = Create(epochs: 200);
            resumed.LoadCheckpoint($"{File}.{i}");
            places.Add((resumed.Epoch, resumed.Optimizer.Steps));
            if (resumed.Epoch < 200)
            {
                resumed.Fit(plane, plane);
            }

            Assert.Equal(whole.Values(), resumed.Values());
        }

        Assert.NotEmpty(places);
    }

    // W18
    [Fact]
    public void A_handler_may_wait_for_a_checkpoint_of_another_thread()
    {
        var training = Create();
        training.Fit(plane, progress: new ProgressCallback(_ => Task.Run(() => training.SaveCheckpoint(File)).Wait()));
        Assert.True(System.IO.File.Exists(File));
    }

    private void Call(RegressionTraining training, string method)
    {
        switch (method)
        {
            case "Fit":
                training.Fit(plane);
                break;
            case "TrainBatch":
                training.TrainBatch(plane);
                break;
            case "TrainWindow":
                training.TrainWindow(plane, continues: false);
                break;
            case "Gradients":
                training.Gradients(plane);
                break;
            case "Evaluate":
                training.Evaluate(plane);
                break;
            default:
                training.LoadCheckpoint(File);
                break;
        }
    }

    private static RegressionTraining Create(int epochs = 3) => new(new Adam(0.1f)) { Epochs = epochs, BatchSize = 8 };
}
