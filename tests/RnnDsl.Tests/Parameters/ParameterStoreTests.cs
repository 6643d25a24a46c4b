using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Parameters;

public class ParameterStoreTests
{
    [Fact]
    public void Parameters_start_at_multiples_of_16_floats_and_of_64_bytes()
    {
        var store = NewStore();
        Assert.Equal(["W", "cell.b", "cell.U"], store.Items.Select(item => item.Name));
        Assert.Equal([0, 32, 48], store.Items.Select(item => item.Offset));
        Assert.Equal((64, 17 + 2 + 4), (store.Count, store.TrainableCount));
        foreach (var item in store.Items)
        {
            Assert.Equal(0, Address(store.Slice(item.Name)) % 64);
            Assert.Equal(0, Address(store.NewGradients().Slice(item.Name)) % 64);
        }
    }

    [Fact]
    public void A_field_is_a_view_that_sees_later_writes()
    {
        var scope = ParameterScope.Root(1);
        var w = scope.Mat<State, In>("W", 2, 3, Initializer.Zeros);
        var b = scope.Vec<State>("b", 2, Initializer.Constant, 0.5);
        Assert.Equal([0.5, 0.5], b.ToArray());

        scope.Store.SetRow("W", 1, [0, 0, 7]);
        scope.Store.Set("b", [8, 0.5f]);
        Assert.Equal(7, w[1, 2]);
        Assert.Equal([8, 0.5], b.ToArray());
        Assert.Equal([7, 0], (w * new Vec<In>(0, 0, 1)).ToArray().Reverse());
    }

    [Fact]
    public void A_view_taken_early_survives_the_growth_of_the_store()
    {
        var scope = ParameterScope.Root(1);
        var first = scope.Vec<In>("first", 3, Initializer.Constant, 2);
        for (var i = 0; i < 100; i++)
        {
            scope.Child($"c{i}").Vec<In>("v", 100, Initializer.Constant, i);
        }

        Assert.Equal([2, 2, 2], first.ToArray());
        Assert.Equal(57, scope.Store["c57.v"][99]);
    }

    [Fact]
    public void Padding_is_zero_whatever_the_initializer()
    {
        var store = NewStore();
        var trained = new bool[store.Count];
        foreach (var item in store.Items)
        {
            trained.AsSpan(item.Offset, item.Length).Fill(true);
        }

        for (var i = 0; i < store.Count; i++)
        {
            Assert.True(trained[i] || store.Values[i] == 0);
        }
    }

    [Fact]
    public void A_parameter_that_is_not_there_is_named_with_those_that_are()
    {
        var error = Assert.Throws<ArgumentException>(() => NewStore().Slice("cell.W"));
        Assert.Contains("'cell.W'", error.Message, StringComparison.Ordinal);
        Assert.Contains("W, cell.b, cell.U", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_added_after_memory_was_handed_out()
    {
        var scope = ParameterScope.Root(1);
        scope.Vec<In>("a", 3, Initializer.Zeros);
        scope.Store.Slice("a");
        Assert.Throws<InvalidOperationException>(() => scope.Vec<In>("b", 3, Initializer.Zeros));
    }

    [Fact]
    public void A_name_is_taken_once_and_a_size_is_at_least_1()
    {
        var scope = ParameterScope.Root(1).Child("rnn");
        scope.Vec<In>("b", 3, Initializer.Zeros);
        Assert.Throws<ArgumentException>(() => scope.Vec<In>("b", 3, Initializer.Zeros));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            scope.Mat<State, In>("W", 3, 0, Initializer.Zeros)
        );
        Assert.Contains("Dim In of parameter 'rnn.W' is 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_lie_as_the_parameters_do()
    {
        var store = NewStore();
        var gradients = store.NewGradients();
        Assert.Equal(store.Count, gradients.Values.Length);
        gradients.Values[store.Items[2].Offset + 3] = 5;
        Assert.Equal(5, gradients["cell.U"][3]);
        Assert.Equal(
            (2, 2, 4),
            (gradients.Slice("cell.U").Rows, gradients.Slice("cell.U").Columns, gradients["cell.U"].Length)
        );
        gradients.Clear();
        Assert.Equal(0, gradients["cell.U"][3]);
    }

    [Fact]
    public void Each_change_has_a_version()
    {
        var store = NewStore();
        var before = store.Version;
        store.Changed();
        Assert.Equal(before + 1, store.Version);
    }

    private static ParameterStore NewStore()
    {
        var scope = ParameterScope.Root(1);
        scope.Mat<State, In>("W", 1, 17, Initializer.Default);
        var child = scope.Child("cell");
        child.Vec<State>("b", 2, Initializer.Constant, 3);
        child.Mat<State, State>("U", 2, 2, Initializer.Default);
        return scope.Store;
    }

    private static unsafe long Address(ParameterSlice slice) => (long)slice.Pointer;

    // T6
    [Theory]
    [InlineData(
        50_000,
        50_000,
        false,
        "Parameter 'rnn.W' [50000, 50000] has 2500000000 numbers, and the model 2500003664 with it"
    )]
    [InlineData(
        1 << 30,
        1,
        true,
        "Parameter 'rnn.W' [1073741824, 1] has 1073741824 numbers, and the model 17179872848 with it"
    )]
    [InlineData(int.MaxValue, int.MaxValue, false, "has 4611686014132420609 numbers")]
    [InlineData(40_000, 53_687, false, "Parameter 'rnn.W' [40000, 53687] has 2147480000 numbers")]
    public void A_parameter_that_no_memory_can_hold_is_named_before_any_memory_is_taken(
        int rows,
        int columns,
        bool isTable,
        string expected
    )
    {
        var scope = ParameterScope.Root(1);
        scope.Vec<State>("first", 50, Initializer.Zeros);
        scope.Vec<State>("second", 3600, Initializer.Zeros);
        var rnn = scope.Child("rnn");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<ArgumentException>(() =>
            isTable
                ? rnn.Table<State, In>("W", rows, columns, Initializer.Default)
                : rnn.Mat<State, In>("W", rows, columns, Initializer.Default)
        );
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("Make its dims smaller", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(["first", "second"], scope.Store.Items.Select(item => item.Name));
    }

    // T6: of Load, which takes the sizes from the file.
    [Fact]
    public void Sizes_that_a_file_has_and_no_memory_can_hold_are_the_fault_of_the_file()
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            ParameterScope.Blank().Mat<State, In>("W", 50_000, 50_000, Initializer.Default)
        );
        Assert.Contains("'W' [50000, 50000] has 2500000000 numbers", error.Message, StringComparison.Ordinal);
    }
}
