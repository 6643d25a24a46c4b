using System.Text;
using System.Text.Json;
using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Parameters;

/// <summary>Parameters of more than 2 GB, without the gigabytes: small blocks, and headers of parameters that take no memory.</summary>
// T1
public class LargeFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(1 << 20)]
    public void Blocks_of_any_size_give_the_same_file_and_the_same_numbers(int block)
    {
        var store = NewStore(1);
        var whole = new MemoryStream();
        store.Save(whole);
        var blocks = new MemoryStream();
        SafeTensors.Write(blocks, store, metadata: null, block);
        Assert.Equal(whole.ToArray(), blocks.ToArray());

        blocks.Position = 0;
        var (numbers, _) = SafeTensors.Read(blocks, store.Items, block);
        for (var i = 0; i < numbers.Length; i++)
        {
            var item = store.Items[i];
            for (var row = 0; row < item.Rows; row++)
            {
                Assert.Equal(store.Row(item.Name, row), numbers[i].AsSpan(row * item.Columns, item.Columns));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_number_that_is_not_finite_is_found_in_any_block(int block)
    {
        var store = NewStore(1);
        store.RowOf(store.Find("b"), 17)[0] = float.PositiveInfinity;
        var file = new MemoryStream();
        store.Save(file);
        file.Position = 0;
        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Read(file, store.Items, block));
        Assert.Equal("Element 17 of parameter 'b' is Infinity in the file.", error.Message);
    }

    [Fact]
    public void Offsets_of_more_than_2_GB_are_written_and_accepted()
    {
        // 540,001,001 numbers, as many as the smallest case that failed has, in one parameter and in several.
        ParameterInfo[] items = [new("a", 54_000, 10_000), new("b", 1001, 1, IsVector: true), new("c", 40_000, 40_000)];
        var text = SafeTensorsHeaderText.Write(items, metadata: null);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(
            [2_160_004_004, 8_560_004_004],
            json.RootElement.GetProperty("c").GetProperty("data_offsets").EnumerateArray().Select(x => x.GetInt64())
        );
        Assert.Equal(8_560_004_004, SafeTensorsLayout.BytesOf(items));

        var header = SafeTensorsHeader.Parse(text, items.Select(item => item.Name).ToHashSet(StringComparer.Ordinal));
        Assert.Equal([0, 1, 2], SafeTensorsLayout.OrderOf(header, items));
    }

    [Fact]
    public void A_file_of_the_wrong_length_is_refused_before_its_numbers_are_read()
    {
        ParameterInfo[] items = [new("a", 40_000, 40_000)];
        var text = SafeTensorsHeaderText.Write(items, metadata: null);
        var file = SafeTensorsBytes.Of(Encoding.UTF8.GetString(text), 1, 2, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Read(new MemoryStream(file), items));
        Assert.Contains(
            "all of its numbers takes 6400000000 bytes, 12 are there",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Metadata_that_the_format_has_no_room_for_are_refused_before_anything_is_written()
    {
        var stream = new MemoryStream();
        var metadata = new Dictionary<string, string> { ["text"] = new('x', SafeTensors.MaxHeaderBytes) };
        var error = Assert.Throws<ArgumentException>(() => NewStore(1).Save(stream, metadata));
        Assert.Contains("the format has 100000000", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    private static ParameterStore NewStore(ulong seed)
    {
        var scope = ParameterScope.Root(seed);
        scope.Mat<State, In>("W", 7, 9, Initializer.Normal);
        scope.Vec<State>("b", 18, Initializer.Normal);
        scope.Table<State, In>("words", 5, 18, Initializer.Normal);
        return scope.Store;
    }
}
