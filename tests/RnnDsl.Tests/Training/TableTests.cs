using System.Runtime.InteropServices;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

/// <summary>Training steps with a table of many rows, of which a batch picks a few.</summary>
public sealed class TableTests : IDisposable
{
    private const string Table = "words.table";
    private const int Words = 200_000;

    // No multiple of 16, so that rows are padded.
    private const int Units = 20;
    private const int Targets = 3;

    // The bits of a NaN.
    private const int Odd = 0x7FC12345;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_step_neither_reads_nor_writes_the_rows_that_its_batch_does_not_pick()
    {
        var training = New(Words, new Adam());
        training.ClipNorm = 0.01f; // Gradients are scaled, too.
        var batch = Batch(Words, seed: 1);
        training.TrainBatch(batch);
        var picked = Picked(batch);
        var item = training.Parameters.Items.Single(item => item.Name == Table);
        var gradients = training.Gradients(batch);
        var optimizer = training.Optimizer;

        // Where anything of a step looked at one of these, the step would end in NaN, or the NaN would be gone.
        var odd = BitConverter.Int32BitsToSingle(Odd);
        foreach (var row in Enumerable.Range(0, Words).Where(row => !picked.Contains(row)))
        {
            var at = item.Offset + row * item.Stride;
            training.Parameters.Values.Slice(at, item.Stride).Fill(odd);
            gradients.Values.Slice(at, item.Stride).Fill(odd);
            optimizer.State(0).Slice(at, item.Stride).Fill(odd);
            optimizer.State(1).Slice(at, item.Stride).Fill(odd);
        }

        var before = training.Parameters[Table].ToArray();
        training.TrainBatch(batch);

        Assert.Equal(picked, gradients.TouchedRows(Table).ToArray());
        for (var row = 0; row < Words; row++)
        {
            var at = item.Offset + row * item.Stride;
            if (picked.Contains(row))
            {
                Assert.False(training.Parameters.Row(Table, row).SequenceEqual(before.AsSpan(row * Units, Units)));
                continue;
            }

            AssertOdd(training.Parameters.Values.Slice(at, item.Stride));
            AssertOdd(gradients.Values.Slice(at, item.Stride));
            AssertOdd(optimizer.State(0).Slice(at, item.Stride));
            AssertOdd(optimizer.State(1).Slice(at, item.Stride));
        }

        static void AssertOdd(Span<float> numbers) =>
            Assert.True(MemoryMarshal.Cast<float, int>(numbers).IndexOfAnyExcept(Odd) < 0);
    }

    [Fact]
    public void The_gradient_is_zero_where_no_word_picked_a_row_also_after_other_batches()
    {
        var training = New(100, new Sgd());
        training.Gradients(Batch(100, seed: 1));
        var batch = Batch(100, seed: 2);
        var gradients = training.Gradients(batch);
        var picked = Picked(batch);

        Assert.Equal(picked, gradients.TouchedRows(Table).ToArray());
        for (var row = 0; row < 100; row++)
        {
            Assert.Equal(picked.Contains(row), gradients.Row(Table, row).ContainsAnyExcept(0f));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.05f)]
    public void Without_momentum_the_step_has_the_bits_of_a_dense_one(float? clip)
    {
        var training = New(100, new Sgd(0.5f));
        training.ClipNorm = clip;
        var batch = Batch(100, seed: 3);
        var gradients = training.Gradients(batch).Values.ToArray();
        var norm = GradientNorm.Of(gradients);
        if (clip < norm)
        {
            var factor = (float)(clip.Value / norm);
            gradients = [.. gradients.Select(gradient => gradient * factor)];
        }

        var expected = training.Parameters.Values.ToArray();
        new Sgd(0.5f).Update(expected, gradients);
        training.TrainBatch(batch);

        Assert.Equal(expected, training.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_step_that_leaves_the_floats_is_taken_back()
    {
        var training = New(100, new Sgd(3e38f));
        // So that the gradients of the words are large enough.
        training.Parameters.Set("head.W", [.. training.Parameters["head.W"].ToArray().Select(value => value * 1000)]);
        var before = training.Parameters.Values.ToArray();
        Assert.Throws<TrainingDivergedException>(() => training.TrainBatch(Batch(100, seed: 4)));
        Assert.Equal(before, training.Parameters.Values.ToArray());
    }

    [Fact]
    public void Batches_of_one_shape_allocate_nothing_whatever_their_words()
    {
        var training = New(1000, new Adam());
        var same = Batch(1, seed: 1); // One word again and again.
        var different = Batch(1000, seed: 2);
        New(1000, new Adam()).TrainBatch(different); // The runtime makes its sorter of numbers when it is first needed.
        training.TrainBatch(same);
        training.TrainBatch(same);

        // Words that were not seen, in each call.
        var others = Enumerable.Range(3, 2).Select(seed => Batch(1000, seed)).Prepend(different);
        Assert.Equal(
            0,
            Allocation.Of([.. others.Select<WordsTraining.Sample[], Action>(words => () => training.TrainBatch(words))])
        );
    }

    [Fact]
    public void A_run_that_a_checkpoint_resumes_gives_the_same_bits()
    {
        var file = Path.Combine(folder, "words.ckpt");
        var whole = New(50, new Adam());
        whole.TrainBatch(Batch(50, seed: 1));
        whole.SaveCheckpoint(file);
        var resumed = New(50, new Adam(), seed: 9);
        resumed.LoadCheckpoint(file);
        foreach (var training in (WordsTraining[])[whole, resumed])
        {
            training.TrainBatch(Batch(50, seed: 2));
            training.TrainBatch(Batch(50, seed: 3));
        }

        Assert.Equal(whole.Parameters.Values.ToArray(), resumed.Parameters.Values.ToArray());
    }

    [Fact]
    public void The_best_parameters_come_back_with_their_tables()
    {
        var training = New(50, new Sgd(20f));
        (training.Epochs, training.KeepBest, training.BatchSize) = (6, true, 2);
        var history = training.Fit(Batch(50, seed: 1), Batch(50, seed: 2));

        Assert.NotEqual(history.Best, history[^1]);
        training.BatchSize = 32;
        Assert.Equal(history.Best!.Value.ValidationLoss!.Value, training.Evaluate(Batch(50, seed: 2)), 1e-6);
    }

    [Fact]
    public void A_matrix_that_also_multiplies_has_a_gradient_in_all_rows()
    {
        var training = new TiedWordsTraining(new TiedWordsNet(features: 9, units: 4, targets: Targets));
        var gradients = training.Gradients([new(new[] { 3, 3 }, new float[2 * Targets])]);
        for (var row = 0; row < 9; row++)
        {
            Assert.True(gradients.Row("table", row).ContainsAnyExcept(0f));
        }

        var error = Assert.Throws<ArgumentException>(() => gradients.TouchedRows("table").Length);
        Assert.Contains("Parameter 'table' is no table", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_the_vocabulary_does_not_have_is_named()
    {
        var training = New(7, new Sgd());
        var error = Assert.Throws<ArgumentException>(() =>
            training.TrainBatch([new(new[] { 1, 2 }, new[] { 0, 0 }), new(new[] { 1, 7 }, new[] { 0, 0 })])
        );
        Assert.StartsWith(
            "Example 1: 'xs' is 7 at step 1, expected 0 to 6: the vocabulary has 7 tokens.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private static WordsTraining New(int words, Optimizer optimizer, ulong seed = 1) =>
        new(new WordsNet(features: words, units: Units, targets: Targets, seed: seed)) { Optimizer = optimizer };

    private static WordsTraining.Sample[] Batch(int words, int seed)
    {
        var random = new Random(seed);
        int[] Tokens(int count) => [.. Enumerable.Range(0, 6).Select(_ => random.Next(count))];
        return [.. Enumerable.Range(0, 8).Select(_ => new WordsTraining.Sample(Tokens(words), Tokens(Targets)))];
    }

    private static SortedSet<int> Picked(WordsTraining.Sample[] batch) =>
        [.. batch.SelectMany(sample => sample.Xs.ToArray())];
}
