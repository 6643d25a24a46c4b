using System.Buffers.Binary;
using System.Text;
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
        source["b"][1] = float.NaN;
        AssertRefused(Saved(source), "Element 1 of parameter 'b' is NaN");
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
