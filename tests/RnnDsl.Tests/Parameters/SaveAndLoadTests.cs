using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Parameters;

public class SaveAndLoadTests
{
    [Fact]
    public void Saved_parameters_load_into_another_model_bit_by_bit()
    {
        var source = NewStore(1);
        var target = NewStore(2);
        var version = target.Version;
        Assert.NotEqual(source.Values.ToArray(), target.Values.ToArray());

        target.Load(new MemoryStream(Saved(source)));
        Assert.Equal(source.Values, target.Values);
        Assert.NotEqual(version, target.Version);
    }

    [Fact]
    public void A_file_that_another_program_wrote_loads_whatever_its_order()
    {
        // The layout that the format's description gives, by hand; PyTorch's writer adds the metadata.
        var file = SafeTensorsFile(
            """
            {"__metadata__":{"format":"pt"},
             "b":{"dtype":"F32","shape":[2],"data_offsets":[24,32]},
             "W":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}
            """,
            [1, 2, 3, 4, 5, 6, 7, 8]
        );
        var store = NewStore(1);
        store.Load(new MemoryStream(file));
        Assert.Equal([1, 2, 3, 4, 5, 6], store["W"]);
        Assert.Equal([7, 8], store["b"]);
    }

    [Fact]
    public void A_saved_file_begins_with_its_header_and_numbers_start_at_a_multiple_of_8_bytes()
    {
        var store = NewStore(1);
        var file = Saved(store);
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        var header = Encoding.UTF8.GetString(file, 8, length);
        Assert.Equal(0, length % 8);
        Assert.Equal(
            """{"W":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"b":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}""",
            header.TrimEnd()
        );
        Assert.Equal(8 + length + 32, file.Length);
        Assert.Equal(store["W"][1], BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(8 + length + 4)));
    }

    [Fact]
    public void Names_that_differ_are_listed_both_ways()
    {
        var scope = ParameterScope.Root(1);
        scope.Mat<State, In>("W", 2, 3, Initializer.Zeros);
        scope.Vec<State>("bias", 2, Initializer.Zeros);
        AssertRefused(Saved(scope.Store), "lacks b.", "no bias.");
    }

    [Theory]
    [InlineData("F32", "[3,2]", "[2, 3]", "[3, 2]")]
    [InlineData("F32", "[6]", "[2, 3]", "[6]")]
    [InlineData("F16", "[2,3]", "F32", "F16")]
    public void A_shape_or_type_that_differs_is_named_with_what_was_expected(
        string type,
        string shape,
        string expected,
        string actual
    )
    {
        var header = $$$"""
            {"W":{"dtype":"{{{type}}}","shape":{{{shape}}},"data_offsets":[0,24]},
             "b":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}
            """;
        AssertRefused(SafeTensorsFile(header, new float[8]), "'W'", expected, actual);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(16, 40)]
    [InlineData(-8, 16)]
    [InlineData(0, long.MinValue)]
    public void Offsets_that_do_not_fit_are_refused(long first, long last)
    {
        var header = $$$"""
            {"W":{"dtype":"F32","shape":[2,3],"data_offsets":[{{{first}}},{{{last}}}]},
             "b":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}
            """;
        AssertRefused(SafeTensorsFile(header, new float[8]), "'W' takes 24 of the file's 32 bytes");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1, 2]")]
    [InlineData("""{"W":{"dtype":"F32"}}""")]
    [InlineData("""{"W":{"dtype":7,"shape":[2,3],"data_offsets":[0,24]}}""")]
    [InlineData("""{"W":{"dtype":"F32","shape":[2.5],"data_offsets":[0]}}""")]
    public void A_header_that_cannot_be_read_is_refused(string header) =>
        AssertRefused(SafeTensorsFile(header, new float[8]), "header cannot be read");

    [Fact]
    public void A_file_that_ends_anywhere_too_early_is_refused()
    {
        var file = Saved(NewStore(1));
        for (var length = 0; length < file.Length; length++)
        {
            AssertRefused(file[..length], "ends too early");
        }
    }

    [Fact]
    public void A_file_that_is_too_long_or_of_another_kind_is_refused()
    {
        AssertRefused([.. Saved(NewStore(1)), 0], "goes on after");
        AssertRefused(Encoding.UTF8.GetBytes("time,value\n0,0.1\n"), "not a file of parameters");
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused_and_nothing_is_half_loaded()
    {
        var source = NewStore(1);
        source.Values[source.Items.First(item => item.Name == "b").Offset + 1] = float.NaN;
        AssertRefused(Saved(source), "Element 1 of parameter 'b' is NaN");
    }

    [Fact]
    public void Metadata_come_back_and_other_readers_find_them_where_the_format_has_them()
    {
        var store = NewStore(1);
        var metadata = new Dictionary<string, string> { ["b"] = "", ["a"] = "é \"x\"\n😀" };
        var stream = new MemoryStream();
        store.Save(stream, metadata);
        var file = stream.ToArray();
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.Equal(0, length % 8);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        var entries = header.RootElement.GetProperty("__metadata__");
        Assert.Equal(["a", "b"], entries.EnumerateObject().Select(entry => entry.Name));
        Assert.Equal(metadata["a"], entries.GetProperty("a").GetString());

        var target = NewStore(2);
        Assert.Equal(metadata, target.Load(new MemoryStream(file)));
        Assert.Equal(store.Values, target.Values);
        Assert.Empty(target.Load(new MemoryStream(Saved(store))));
    }

    [Theory]
    [InlineData("""{"__metadata__":{"a":1}}""", "header cannot be read")]
    [InlineData("""{"__metadata__":{"a":null}}""", "Metadata 'a' has no value")]
    [InlineData("""{"__metadata__":["a"]}""", "header cannot be read")]
    [InlineData("""{"__metadata__":{"a":"x","a":"y"}}""", "metadata 'a' twice")]
    public void Metadata_that_are_no_texts_are_refused(string header, string expected) =>
        AssertRefused(SafeTensorsFile(header, []), expected);

    [Fact]
    public void A_file_is_replaced_when_the_new_one_is_complete_and_errors_name_it()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var path = Path.Combine(folder, "model.safetensors");
            var store = NewStore(1);
            Assert.Contains(path, Assert.Throws<FileNotFoundException>(() => store.Load(path)).Message);
            store.Save(path);
            // Half of a surrogate pair cannot be written.
            var bad = new Dictionary<string, string> { ["a"] = "\uD800" };
            Assert.Throws<ArgumentException>(() => store.Save(path, bad));
            Assert.Equal([path], Directory.GetFiles(folder));
            Assert.Empty(ParameterStore.ReadMetadata(path));
            store.Save(path, new Dictionary<string, string> { ["k"] = "v" });
            Assert.Equal("v", NewStore(2).Load(path)["k"]);
            File.WriteAllText(path, "time,value\n0,0.1\n");
            var error = Assert.Throws<InvalidDataException>(() => store.Load(path));
            Assert.StartsWith($"{path}: This is not a file of parameters", error.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidDataException>(() => ParameterStore.ReadMetadata(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertRefused(byte[] file, params string[] parts)
    {
        var store = NewStore(2);
        var before = store.Values.ToArray();
        var version = store.Version;
        var error = Assert.Throws<InvalidDataException>(() => store.Load(new MemoryStream(file)));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Equal(before, store.Values.ToArray());
        Assert.Equal(version, store.Version);
    }

    private static ParameterStore NewStore(ulong seed)
    {
        var scope = ParameterScope.Root(seed);
        scope.Mat<State, In>("W", 2, 3, Initializer.Default);
        scope.Vec<State>("b", 2, Initializer.Normal);
        return scope.Store;
    }

    private static byte[] Saved(ParameterStore store)
    {
        var stream = new MemoryStream();
        store.Save(stream);
        return stream.ToArray();
    }

    private static byte[] SafeTensorsFile(string header, float[] numbers)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var bytes = Encoding.UTF8.GetBytes(header);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
        foreach (var number in numbers)
        {
            writer.Write(number);
        }

        return stream.ToArray();
    }
}
