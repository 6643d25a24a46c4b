using System.Diagnostics;
using RnnDsl.Data;
using RnnDsl.Training;

namespace Sentiment;

/// <summary>Trains a model that scores reviews, and keeps its best epoch on the reviews held out.</summary>
/// <param name="training">The training loop.</param>
/// <param name="sample">Makes a sample of words and a label.</param>
/// <param name="choose">Reads the words of a review and says 0 for negative, 1 for positive.</param>
internal sealed class Classifier<TSample>(
    TrainingLoop<TSample> training,
    Func<int[], int, TSample> sample,
    Func<int[], int> choose
)
{
    /// <summary>The epoch that was best on the reviews held out, from 1.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>What an epoch took on average.</summary>
    public double SecondsAnEpoch { get; private set; }

    public void Learn(ReviewData data, Action<string> report)
    {
        var samples = data.Train.Select(review => sample(data.Encode(review.Text), review.Class)).ToArray();
        var dev = data.Dev.Select(review => (data.Encode(review.Text), review.Class)).ToArray();
        var (best, epochs, seconds) = (-1.0, training.Epochs, 0.0);
        float[] parameters = [];
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var start = Stopwatch.GetTimestamp();
            training.Epochs = epoch;
            training.Fit(samples);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            var accuracy = dev.Average(review => choose(review.Item1) == review.Class ? 1.0 : 0);
            report($"epoch {epoch}: loss {training.History[^1].Loss:0.0000}, dev accuracy {accuracy:0.0000}");
            if (accuracy > best)
            {
                (best, BestEpoch, parameters) = (accuracy, epoch, training.Parameters.ToArray());
            }
        }

        training.Parameters.Set(parameters);
        SecondsAnEpoch = seconds / epochs;
    }

    /// <summary>How many reviews of each label were given each label: [true, given].</summary>
    public int[,] Confusion(ReviewData data)
    {
        var counts = new int[2, 2];
        foreach (var review in data.Test)
        {
            counts[review.Class, choose(data.Encode(review.Text))]++;
        }

        return counts;
    }
}
