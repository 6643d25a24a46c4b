using RnnDsl.RandomNumbers;

namespace RnnDsl.Tests.RandomNumbers;

public class RandomStreamTests
{
    [Fact]
    public void The_same_stream_gives_the_same_numbers_again()
    {
        var first = new RandomStream(7, RandomPurpose.Shuffling, step: 3, element: 5);
        var second = new RandomStream(7, RandomPurpose.Shuffling, step: 3, element: 5);
        Assert.Equal(Words(first, 9), Words(second, 9));
    }

    [Fact]
    public void Seed_purpose_step_and_element_each_start_another_stream()
    {
        RandomStream[] streams =
        [
            new(7, RandomPurpose.Shuffling, 3, 5),
            new(8, RandomPurpose.Shuffling, 3, 5),
            new(7 + (1UL << 32), RandomPurpose.Shuffling, 3, 5),
            new(7, RandomPurpose.Dropout, 3, 5),
            new(7, RandomPurpose.Shuffling, 4, 5),
            new(7, RandomPurpose.Shuffling, 5, 3),
            RandomStream.Named(7, RandomPurpose.Shuffling, "a"),
            RandomStream.Named(7, RandomPurpose.Shuffling, "b"),
        ];
        var words = streams.SelectMany(stream => Words(stream, 4)).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void Words_follow_the_blocks_of_the_counter()
    {
        var stream = new RandomStream(0x0000_0002_0000_0001, RandomPurpose.Dropout, step: 11, element: 12);
        var (a, b, c, d) = Philox.Block((0, 12, 11, (uint)RandomPurpose.Dropout), (1, 2));
        var (e, _, _, _) = Philox.Block((1, 12, 11, (uint)RandomPurpose.Dropout), (1, 2));
        Assert.Equal([a, b, c, d, e], Words(stream, 5));
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(3, 8)]
    [InlineData(7, 1)]
    [InlineData(10, 0)]
    public void A_range_of_a_stream_has_the_numbers_that_it_gives_one_by_one(int first, int count)
    {
        var stream = new RandomStream(7, RandomPurpose.Data, step: 3, element: 5);
        var normal = Enumerable.Range(0, first + count).Select(_ => stream.NextNormal()).ToArray();
        var numbers = new double[count];
        stream.FillNormal(first, numbers);
        Assert.Equal(normal[first..], numbers);

        var again = new RandomStream(7, RandomPurpose.Data, step: 3, element: 5);
        var even = first / 2 * 2;
        var uniform = Enumerable.Range(0, even + count).Select(_ => again.NextDouble()).ToArray();
        again.FillUniform(even, numbers);
        Assert.Equal(uniform[even..], numbers);
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_the_uniform_distribution()
    {
        var stream = new RandomStream(1, RandomPurpose.Data);
        var numbers = Enumerable.Range(0, 100_000).Select(_ => stream.NextDouble()).ToList();
        Assert.InRange(numbers.Min(), 0, 0.001);
        Assert.InRange(numbers.Max(), 0.999, 1 - 1e-16);
        Assert.Equal(0.5, numbers.Average(), 0.005); // The standard error is 0.0009.
        Assert.Equal(1 / 3.0, numbers.Average(number => number * number), 0.005);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        var stream = new RandomStream(1, RandomPurpose.Data);
        var numbers = Enumerable.Range(0, 100_000).Select(_ => stream.NextNormal()).ToList();
        Assert.Equal(0, numbers.Average(), 0.02); // Standard errors: 0.003, 0.0045, 0.031.
        Assert.Equal(1, numbers.Average(number => number * number), 0.025);
        Assert.Equal(3, numbers.Average(number => Math.Pow(number, 4)), 0.16);
    }

    [Fact]
    public void Integers_below_a_limit_are_equally_likely()
    {
        var stream = new RandomStream(1, RandomPurpose.Data);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[stream.NextBelow(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500)); // The standard deviation is 93.
        Assert.Equal(0, stream.NextBelow(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextBelow(0));
    }

    [Fact]
    public void Shuffling_keeps_each_item_and_puts_each_anywhere()
    {
        var sums = new int[10];
        for (var round = 0; round < 2000; round++)
        {
            var items = Enumerable.Range(0, 10).ToArray();
            new RandomStream(3, RandomPurpose.Shuffling, (uint)round).Shuffle(items.AsSpan());
            Assert.Equal(Enumerable.Range(0, 10), items.Order());
            for (var i = 0; i < items.Length; i++)
            {
                sums[i] += items[i];
            }
        }

        Assert.All(sums, sum => Assert.Equal(4.5, sum / 2000.0, 0.4)); // The standard error is 0.064.
    }

    private static List<uint> Words(RandomStream stream, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => stream.NextWord())];
}
