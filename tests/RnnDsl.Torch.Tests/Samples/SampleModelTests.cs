using AddingProblem;
using CharText;
using RnnDsl.Training;
using Sentiment;
using SineForecast;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests.Samples;

/// <summary>The models of the samples, in the sizes that they have there, on batches of different lengths.</summary>
public sealed class SampleModelTests
{
    private const int Symbols = 30;

    private readonly Random random = new(5);

    [Fact]
    public void SineForecast_is_as_on_the_cpu() =>
        AreSame(
            new SineTraining(new SineForecaster(seed: 1)),
            new SineTraining.Torch(new SineForecaster(seed: 1), CPU),
            length => new SineTraining.Sample(Numbers(length), Numbers(1))
        );

    [Fact]
    public void Sentiment_is_as_on_the_cpu() =>
        AreSame(
            new SentimentTraining(new SentimentModel(word: Symbols, seed: 1)),
            new SentimentTraining.Torch(new SentimentModel(word: Symbols, seed: 1), CPU),
            length => new SentimentTraining.Sample(Tokens(length), length % 2)
        );

    [Fact]
    public void The_bag_of_words_is_as_on_the_cpu() =>
        AreSame(
            new BagTraining(new BagModel(word: Symbols, seed: 1)),
            new BagTraining.Torch(new BagModel(word: Symbols, seed: 1), CPU),
            length => new BagTraining.Sample(Tokens(length), length % 2)
        );

    [Fact]
    public void Names_with_a_simple_cell_are_as_on_the_cpu() =>
        AreSame(
            new Names.RnnTraining(new Names.RnnReader(letter: Symbols, language: 4, seed: 1)),
            new Names.RnnTraining.Torch(new Names.RnnReader(letter: Symbols, language: 4, seed: 1), CPU),
            length => new Names.RnnTraining.Sample(Tokens(length), length % 4)
        );

    [Fact]
    public void Names_with_an_lstm_are_as_on_the_cpu() =>
        AreSame(
            new Names.LstmTraining(new Names.LstmReader(letter: Symbols, language: 4, seed: 1)),
            new Names.LstmTraining.Torch(new Names.LstmReader(letter: Symbols, language: 4, seed: 1), CPU),
            length => new Names.LstmTraining.Sample(Tokens(length), length % 4)
        );

    [Fact]
    public void CharText_is_as_on_the_cpu() =>
        AreSame(
            new CharTraining(new CharModel(letter: Symbols, seed: 1)) { Truncate = 3 },
            new CharTraining.Torch(new CharModel(letter: Symbols, seed: 1), CPU) { Truncate = 3 },
            length => new CharTraining.Sample(Tokens(length), Tokens(length))
        );

    [Fact]
    public void AddingProblem_is_as_on_the_cpu() =>
        AreSame(
            new LstmTraining(new LstmAdder(place: 9, seed: 1)),
            new LstmTraining.Torch(new LstmAdder(place: 9, seed: 1), CPU),
            length => new LstmTraining.Sample(Numbers(2 * length), Numbers(1))
        );

    [Fact]
    public void AddingProblem_with_a_simple_cell_is_as_on_the_cpu() =>
        AreSame(
            new RnnTraining(new RnnAdder(place: 9, seed: 1)),
            new RnnTraining.Torch(new RnnAdder(place: 9, seed: 1), CPU),
            length => new RnnTraining.Sample(Numbers(2 * length), Numbers(1))
        );

    [Fact]
    public void AddingProblem_probed_is_as_on_the_cpu() =>
        AreSame(
            new LstmProbe(new LstmAdder(place: 9, seed: 1)),
            new LstmProbe.Torch(new LstmAdder(place: 9, seed: 1), CPU),
            length => new LstmProbe.Sample(Numbers(2 * length), Enumerable.Range(0, length).ToArray(), Numbers(1))
        );

    private static void AreSame<TSample>(
        TrainingLoop<TSample> cpu,
        TrainingLoop<TSample> torch,
        Func<int, TSample> sample
    )
    {
        using var device = (IDisposable)torch;
        TSample[] batch = [sample(4), sample(7), sample(1), sample(4)];

        Assert.Equal(cpu.Evaluate(batch), torch.Evaluate(batch), 1e-5);
        var (expected, actual) = (cpu.Gradients(batch).Values.ToArray(), torch.Gradients(batch).Values.ToArray());
        var size = Math.Sqrt(expected.Sum(g => (double)g * g));
        Assert.True(size > 0, "the gradient is zero");
        for (var i = 0; i < expected.Length; i++)
        {
            var limit = 1e-4 * Math.Max(Math.Abs(expected[i]), 0.1 * size);
            Assert.Equal(expected[i], actual[i], (e, a) => Math.Abs(e - a) <= limit);
        }

        for (var step = 0; step < 3; step++)
        {
            var loss = cpu.TrainBatch(batch);
            Assert.Equal(loss, torch.TrainBatch(batch), 1e-4f * Math.Max(1, loss));
        }
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];

    private int[] Tokens(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(Symbols))];
}
