using RnnDsl.Parameters;
using RnnDsl.RandomNumbers;
using RnnDsl.Simd;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Parameters;

// T3
public class InitialValuesTests
{
    [Theory]
    [InlineData(Initializer.Uniform, 1, 1)]
    [InlineData(Initializer.Uniform, 7, 5)]
    [InlineData(Initializer.Uniform, 200, 517)]
    [InlineData(Initializer.GlorotUniform, 300, 301)]
    [InlineData(Initializer.Normal, 3, 3)]
    [InlineData(Initializer.Normal, 200, 517)]
    public void Values_are_the_numbers_of_the_stream_row_by_row_on_any_number_of_threads(
        Initializer initializer,
        int rows,
        int columns
    )
    {
        var stream = RandomStream.Named(5, RandomPurpose.Initialization, "W");
        var limit = initializer == Initializer.GlorotUniform ? 0.25 * Math.Sqrt(6.0 / (rows + columns)) : 0.25;
        var expected = new float[rows * columns];
        foreach (ref var number in expected.AsSpan())
        {
            number = (float)(
                initializer == Initializer.Normal ? 0.25 * stream.NextNormal() : limit * ((2 * stream.NextDouble()) - 1)
            );
        }

        var item = new ParameterInfo("W", rows, columns);
        for (var threads = 1; threads <= 4; threads++)
        {
            using var workers = new Workers(threads - 1);
            var actual = new float[item.Length];
            var random = RandomStream.Named(5, RandomPurpose.Initialization, "W");
            new InitialValues(item, initializer, 0.25, random).Write(actual, workers, new());
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [InlineData(Initializer.Constant)]
    [InlineData(Initializer.Uniform)]
    [InlineData(Initializer.Normal)]
    [InlineData(Initializer.Orthogonal)]
    public void A_table_has_the_numbers_of_a_matrix_and_zeros_between_its_rows(Initializer initializer)
    {
        var plain = ParameterScope.Root(2);
        plain.Mat<State, In>("W", 30, 19, initializer);
        var padded = ParameterScope.Root(2);
        padded.Table<State, In>("W", 30, 19, initializer);
        for (var row = 0; row < 30; row++)
        {
            Assert.Equal(plain.Store.Row("W", row), padded.Store.Row("W", row));
            Assert.All(padded.Store.Values.Slice((row * 32) + 19, 13).ToArray(), number => Assert.Equal(0, number));
        }
    }

    [Fact]
    public void Nothing_is_drawn_before_a_number_is_asked_for()
    {
        var scope = ParameterScope.Root(1);
        var w = scope.Mat<State, State>("W", 4, 4, Initializer.Default);
        Assert.Equal(0, scope.Store.DrawnCount);
        Assert.NotEqual(0, w[0, 0]);
        scope.Vec<State>("b", 4, Initializer.Normal);
        Assert.Equal(1, scope.Store.DrawnCount);
        Assert.NotEqual(0, scope.Store["b"][3]);
        Assert.Equal(2, scope.Store.DrawnCount);
    }

    [Fact]
    public void A_model_that_is_loaded_draws_nothing_and_one_that_cannot_be_loaded_is_as_it_was()
    {
        var saved = new MemoryStream();
        NewStore(1).Save(saved);
        var loaded = NewStore(2);
        saved.Position = 0;
        loaded.Load(saved);
        Assert.Equal(NewStore(1).Values, loaded.Values);
        Assert.Equal(0, loaded.DrawnCount);

        var refused = NewStore(2);
        Assert.Throws<InvalidDataException>(() => refused.Load(new MemoryStream(saved.ToArray()[..^1])));
        Assert.Equal(NewStore(2).Values, refused.Values);

        static ParameterStore NewStore(ulong seed)
        {
            var scope = ParameterScope.Root(seed);
            scope.Mat<State, State>("W", 4, 4, Initializer.Default);
            scope.Vec<State>("b", 4, Initializer.Normal);
            return scope.Store;
        }
    }

    [Fact]
    public void Threads_that_ask_at_the_same_time_see_the_same_numbers()
    {
        for (var turn = 0UL; turn < 20; turn++)
        {
            var scope = ParameterScope.Root(turn);
            scope.Mat<State, State>("W", 100, 100, Initializer.Default);
            var first = new float[4][];
            Parallel.For(0, first.Length, i => first[i] = scope.Store.Values.ToArray());
            Assert.All(first, numbers => Assert.Equal(first[0], numbers));
            Assert.Equal(1, scope.Store.DrawnCount);
        }
    }

    [Fact]
    public void An_initializer_that_is_none_is_refused_with_the_parameter() =>
        Assert.Contains(
            "'W'",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    ParameterScope.Root(1).Mat<State, In>("W", 2, 2, (Initializer)99)
                )
                .Message,
            StringComparison.Ordinal
        );
}
