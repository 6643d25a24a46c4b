using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>W1: one model, any threads. Each call gets the result of its example.</summary>
public sealed class ManyThreadsTests
{
    private const int Features = 5;
    private const int Targets = 3;

    public static TheoryData<string> Names => ["Lstm", "Words", "Stack", "TwoWays", "Joined", "Bag", "Normed"];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_model_predicts_for_all_threads_at_once(string name)
    {
        var net = Nets.Nets.Make(name, Features, units: 33, Targets);
        net.Scramble(seed: 1);
        var lengths = Enumerable.Range(0, 32).Select(i => 1 + i * 11 % 50).ToArray();
        var examples = Example.Ragged(Features, Targets, seed: 2, lengths);
        var expected = examples.Select(net.Predict).ToArray();
        var wrong = 0;

        Callers.Run(
            8,
            thread =>
            {
                for (var turn = 0; turn < 150; turn++)
                {
                    var i = (turn * 7 + thread * 5) % examples.Length;
                    if (turn % 10 == 9)
                        Count(
                            ref wrong,
                            net.PredictAll(examples[..8]).Zip(expected).All(p => p.First.SequenceEqual(p.Second))
                        );
                    else
                        Count(ref wrong, net.Predict(examples[i]).SequenceEqual(expected[i]));
                }
            }
        );

        Assert.Equal(0, wrong);
    }

    /// <summary>Memory grows for one caller, a hundred thousand times, while others are in theirs.</summary>
    [Fact]
    public void A_caller_with_a_long_sequence_moves_no_memory_of_another()
    {
        var net = Nets.Nets.Make("Lstm", Features, units: 9, Targets);
        net.Scramble(seed: 1);
        var examples = Example.Ragged(Features, Targets, seed: 2, 1, 7, 3, 40_000, 300_000);
        var expected = examples.Select(net.Predict).ToArray();
        var wrong = 0;
        var isDone = false;

        Callers.Run(
            3,
            thread =>
            {
                for (var turn = 0; thread == 0 && turn < 4; turn++)
                {
                    var i = 3 + turn % 2;
                    Count(ref wrong, net.Predict(examples[i]).SequenceEqual(expected[i]));
                    ((LstmNet)net.Model).Trim();
                }

                if (thread == 0)
                    Volatile.Write(ref isDone, true);
                for (var turn = 0; thread > 0 && !Volatile.Read(ref isDone); turn++)
                    Count(ref wrong, net.Predict(examples[turn % 3]).SequenceEqual(expected[turn % 3]));
            }
        );

        Assert.Equal(0, wrong);
    }

    /// <summary>Two versions of the parameters alternate; each result belongs to one of them, through all layers and steps.</summary>
    [Theory]
    [InlineData("Lstm")]
    [InlineData("Words")]
    [InlineData("TiedWords")]
    public void A_prediction_beside_changes_sees_one_version_whole(string name)
    {
        var net = Nets.Nets.Make(name, Features, units: 17, Targets);
        var example = Example.Ragged(Features, Targets, seed: 3, 9)[0];
        var versions = new[] { 5, 6 }
            .Select(seed =>
            {
                net.Scramble(seed);
                return (Parameters: net.Parameters.ToArray(), Result: net.Predict(example));
            })
            .ToArray();
        var wrong = 0;
        var isDone = false;

        Callers.Run(
            4,
            thread =>
            {
                for (var turn = 0; thread == 0 && turn < 300; turn++)
                    net.Parameters.Set(versions[turn % 2].Parameters);
                if (thread == 0)
                    Volatile.Write(ref isDone, true);
                while (thread > 0 && !Volatile.Read(ref isDone))
                {
                    var result = net.Predict(example);
                    Count(ref wrong, versions.Any(version => version.Result.SequenceEqual(result)));
                }
            }
        );

        Assert.Equal(0, wrong);
        Assert.Equal(versions[1].Result, net.Predict(example));
    }

    /// <summary>Training on one thread and predictions on others: a result is that of the parameters after some step.</summary>
    [Theory]
    [InlineData("Lstm")]
    [InlineData("Words")]
    public void A_prediction_beside_training_is_that_of_some_step(string name)
    {
        const int Steps = 60;
        var example = Example.Ragged(Features, Targets, seed: 3, 7)[0];
        var batch = Example.Ragged(Features, Targets, seed: 4, 3, 9, 1, 5);
        var alone = New();
        var results = new HashSet<string> { Text(alone.Predict(example)) };
        for (var step = 0; step < Steps; step++)
        {
            alone.TrainBatch(batch);
            results.Add(Text(alone.Predict(example)));
        }

        var net = New();
        var wrong = 0;
        var isDone = false;
        Callers.Run(
            3,
            thread =>
            {
                for (var step = 0; thread == 0 && step < Steps; step++)
                    net.TrainBatch(batch);
                if (thread == 0)
                    Volatile.Write(ref isDone, true);
                while (thread > 0 && !Volatile.Read(ref isDone))
                    Count(ref wrong, results.Contains(Text(net.Predict(example))));
            }
        );

        Assert.Equal(0, wrong);
        Assert.Equal(alone.Predict(example), net.Predict(example));

        Net New()
        {
            var made = Nets.Nets.Make(name, Features, units: 17, Targets);
            made.Scramble(seed: 5);
            return made;
        }
    }

    [Fact]
    public void A_call_overwrites_no_result_of_another_thread_or_model()
    {
        var model = new LstmNet(Features, units: 7, Targets, seed: 1);
        var twin = new LstmNet(Features, units: 7, Targets, seed: 2);
        var (one, other) = (Xs(seed: 1), Xs(seed: 2));
        var result = model.Predict(one);
        var before = result.ToArray();

        twin.Predict(other);
        Callers.Run(1, _ => model.Predict(other));
        Assert.Equal(before, result.ToArray());

        var next = model.Predict(other).ToArray();
        Assert.NotEqual(before, next);
        Assert.Equal(next, result.ToArray());
    }

    [Fact]
    public void A_predictor_of_two_callers_at_once_is_refused_and_goes_on()
    {
        var predictor = new LstmNet(Features, units: 7, Targets, seed: 1).Predictor();
        var xs = Xs(seed: 1);
        var expected = predictor.Predict(xs).ToArray();

        // While a list is read, the call of the predictor is under way.
        var error = Assert.Throws<InvalidOperationException>(() =>
            predictor.Predict(new Watched(xs, () => predictor.Predict(xs)))
        );

        Assert.Contains("Two threads use one predictor", error.Message, StringComparison.Ordinal);
        Assert.Equal(expected, predictor.Predict(xs).ToArray());
    }

    [Fact]
    public void Predict_of_a_model_may_be_called_while_a_list_of_another_call_is_read()
    {
        var model = new LstmNet(Features, units: 7, Targets, seed: 1);
        var xs = Xs(seed: 1);
        var expected = model.Predict(xs).ToArray();

        Assert.Equal([expected], model.Predict(new Watched(xs, () => model.Predict(Xs(seed: 2)))));
    }

    [Fact]
    public void Nothing_is_allocated_a_call_on_any_thread_after_its_first()
    {
        var model = new LstmNet(Features, units: 7, Targets, seed: 1);
        var xs = Xs(seed: 1);
        long allocated = 0;

        Callers.Run(
            4,
            _ =>
            {
                for (var turn = 0; turn < 50; turn++)
                    model.Predict(xs);
                Interlocked.Add(ref allocated, Allocation.Of(() => model.Predict(xs)));
            }
        );

        Assert.Equal(0, allocated);
    }

    private static void Count(ref int wrong, bool isRight) => Interlocked.Add(ref wrong, isRight ? 0 : 1);

    private static string Text(float[] numbers) =>
        Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(numbers));

    private static float[] Xs(int seed) => Example.Ragged(Features, Targets, seed, 6)[0].Xs;

    /// <summary>A list of one example that says when it is read.</summary>
    private sealed class Watched(float[] xs, Action whenRead) : IReadOnlyList<ReadOnlyMemory<float>>
    {
        public int Count => 1;

        public ReadOnlyMemory<float> this[int index]
        {
            get
            {
                whenRead();
                return xs;
            }
        }

        public IEnumerator<ReadOnlyMemory<float>> GetEnumerator() => Enumerable.Repeat(this[0], 1).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
