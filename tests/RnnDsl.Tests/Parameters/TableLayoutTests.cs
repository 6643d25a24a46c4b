using System.Text;
using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Parameters;

/// <summary>A table's rows are padded in memory, and nowhere else.</summary>
public class TableLayoutTests
{
    [Fact]
    public void Rows_begin_at_multiples_of_16_and_what_pads_them_is_zero()
    {
        var store = NewStore(out _);
        var item = store.Items[1];
        Assert.Equal((true, 16, 15), (item.IsTable, item.Stride, item.Length));
        Assert.Equal(0, item.Offset % 16);
        Assert.Equal(16 + 48 + 16, store.Count);
        Assert.Equal(32, store.DenseCount);
        Assert.Equal(2 + 15 + 2, store.TrainableCount);
        for (var row = 0; row < 3; row++)
        {
            Assert.DoesNotContain(0f, store.Row("t", row).ToArray());
            Assert.All(
                store.Values.Slice(item.Offset + row * 16 + 5, 11).ToArray(),
                padding => Assert.Equal(0, padding)
            );
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => store.Row("t", 3).Length);
    }

    [Fact]
    public void First_values_are_those_of_a_matrix_without_padding()
    {
        var plain = ParameterScope.Root(7);
        plain.Mat<State, In>("t", 3, 5, Initializer.Normal);
        var store = NewStore(out _);
        for (var row = 0; row < 3; row++)
        {
            Assert.Equal(plain.Store.Row("t", row), store.Row("t", row));
        }
    }

    [Fact]
    public void The_reference_execution_reads_past_the_padding()
    {
        var store = NewStore(out var table);
        for (var row = 0; row < 3; row++)
        {
            Assert.Equal(
                store.Row("t", row).ToArray().Select(x => (double)x),
                table[new Token<State>(row, 3)].ToArray()
            );
            Assert.Equal(store.Row("t", row)[4], table[row, 4]);
        }
    }

    [Fact]
    public void A_file_has_the_plain_shape()
    {
        var store = NewStore(out _);
        var file = new MemoryStream();
        store.Save(file);
        Assert.Contains(
            "\"t\":{\"dtype\":\"F32\",\"shape\":[3,5],\"data_offsets\":[8,68]}",
            Encoding.UTF8.GetString(file.ToArray()),
            StringComparison.Ordinal
        );

        var other = NewStore(out _);
        other.Values.Clear();
        file.Position = 0;
        other.Load(file);
        Assert.Equal(store.Values, other.Values);
    }

    private static ParameterStore NewStore(out Mat<State, In> table)
    {
        var scope = ParameterScope.Root(7);
        scope.Vec<State>("a", 2, Initializer.Constant, 3);
        table = scope.Table<State, In>("t", 3, 5, Initializer.Normal);
        scope.Vec<State>("z", 2, Initializer.Constant, 3);
        return scope.Store;
    }
}
