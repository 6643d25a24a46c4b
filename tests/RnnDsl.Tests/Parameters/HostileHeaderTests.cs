using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Parameters;

/// <summary>Forged headers of parameter files: each is refused at little cost and changes nothing.</summary>
public class HostileHeaderTests
{
    // Two tensors of one size, so that their numbers can be taken for each other's.
    private const string Good = """
        {"A":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"B":{"dtype":"F32","shape":[2,2],"data_offsets":[16,32]}}
        """;

    [Theory]
    [InlineData(0, 16, 16, 32)]
    [InlineData(16, 32, 0, 16)]
    public void Numbers_are_found_in_any_order(int a, int aEnd, int b, int bEnd)
    {
        var store = NewStore();
        store.Load(new MemoryStream(SafeTensorsBytes.Of(Header(a, aEnd, b, bEnd), [1, 2, 3, 4, 5, 6, 7, 8])));
        Assert.Equal(a == 0 ? [1, 2, 3, 4] : [5, 6, 7, 8], store["A"]);
        Assert.Equal(a == 0 ? [5, 6, 7, 8] : [1, 2, 3, 4], store["B"]);
    }

    // W20
    [Theory]
    [InlineData(0, 16, 0, 16, "'B' begin at byte 0; expected byte 16, where 'A' ends")]
    [InlineData(16, 32, 16, 32, "'A' begin at byte 16; expected byte 0:")]
    [InlineData(0, 16, 8, 24, "'B' begin at byte 8; expected byte 16, where 'A' ends")]
    [InlineData(0, 16, 15, 31, "'B' begin at byte 15; expected byte 16, where 'A' ends")]
    [InlineData(1, 17, 16, 32, "'A' begin at byte 1; expected byte 0:")]
    [InlineData(4, 20, 16, 32, "'A' begin at byte 4; expected byte 0:")]
    [InlineData(0, 16, 17, 33, "'B' takes 16 of the file's 32 bytes")]
    [InlineData(0, 16, 20, 36, "'B' takes 16 of the file's 32 bytes")]
    [InlineData(0, 12, 12, 32, "'A' takes 16 of the file's 32 bytes")]
    [InlineData(0, 20, 20, 32, "'A' takes 16 of the file's 32 bytes")]
    [InlineData(16, 0, 16, 32, "'A' takes 16 of the file's 32 bytes")]
    [InlineData(-16, 0, 0, 16, "'A' takes 16 of the file's 32 bytes")]
    [InlineData(long.MaxValue - 15, long.MinValue, 0, 16, "'A' takes 16 of the file's 32 bytes")]
    [InlineData(long.MinValue, long.MinValue + 16, 0, 16, "'A' takes 16 of the file's 32 bytes")]
    public void Offsets_that_do_not_cover_the_numbers_one_after_the_other_are_refused(
        long a,
        long aEnd,
        long b,
        long bEnd,
        string expected
    ) => AssertRefused(SafeTensorsBytes.Of(Header(a, aEnd, b, bEnd), new float[8]), expected);

    // W20: a gap that the file fills.
    [Fact]
    public void A_gap_between_the_numbers_is_refused_although_the_file_is_as_long()
    {
        AssertRefused(SafeTensorsBytes.Of(Header(0, 16, 20, 36), new float[9]), "'B' takes 16 of the file's 32 bytes");
        AssertRefused(SafeTensorsBytes.Of(Good, new float[9]), "goes on after the 32 bytes");
    }

    [Theory]
    [InlineData("", "not a file of parameters")]
    [InlineData(" ", "header cannot be read")]
    [InlineData("{", "header cannot be read")]
    [InlineData("{}", "lacks A, B.")]
    [InlineData("{} {}", "header cannot be read")]
    [InlineData("null", "header cannot be read")]
    [InlineData("\uFEFF{}", "header cannot be read")]
    [InlineData("{\"A\":null}", "header cannot be read")]
    [InlineData("{\"A\":[]}", "header cannot be read")]
    [InlineData("{\"A\":{}}", "header cannot be read")]
    [InlineData("{\"__metadata__\":{},\"__metadata__\":{}}", "__metadata__ twice")]
    [InlineData("{\"__metadata__\":null}", "header cannot be read")]
    [InlineData("{\"__metadata__\":{\"a\":{\"b\":\"c\"}}}", "header cannot be read")]
    public void A_header_that_is_none_is_refused(string header, string expected) =>
        AssertRefused(SafeTensorsBytes.Of(header), expected);

    [Theory]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"F32\",\"dtype\":\"F32\"", "'A' has 'dtype', which is there already")]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":null", "header cannot be read")]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"F32\",\"scale\":2", "'A' has 'scale'")]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"BF16\"", "the file has it as BF16")]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"f32\"", "the file has it as f32")]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"\\uD800\"", "header cannot be read")]
    [InlineData("\"dtype\":\"F32\",", "", "expected dtype, shape and two data_offsets of 'A'")]
    [InlineData("[2,2]", "[]", "'A' is [2, 2]; the file has []")]
    [InlineData("[2,2]", "[4]", "the file has [4]")]
    [InlineData("[2,2]", "[2,2,1]", "the file has [2, 2, 1]")]
    [InlineData("[2,2]", "[-2,-2]", "the file has [-2, -2]")]
    [InlineData("[2,2]", "[2.0,2]", "whole numbers of 64 bits in shape of 'A'")]
    [InlineData("[2,2]", "[2e0,2]", "whole numbers of 64 bits in shape of 'A'")]
    [InlineData("[2,2]", "[\"2\",2]", "whole numbers of 64 bits in shape of 'A'")]
    [InlineData("[2,2]", "[9223372036854775808,2]", "whole numbers of 64 bits in shape of 'A'")]
    [InlineData("[2,2]", "[1e999,2]", "whole numbers of 64 bits in shape of 'A'")]
    [InlineData("[2,2]", "[NaN,2]", "header cannot be read")]
    [InlineData("[2,2]", "[02,2]", "header cannot be read")]
    [InlineData("[2,2]", "{\"0\":2}", "header cannot be read")]
    [InlineData("[0,16]", "[0,16,16]", "two data_offsets")]
    [InlineData("[0,16]", "[0]", "two data_offsets")]
    [InlineData("[0,16]", "0", "header cannot be read")]
    [InlineData("\"B\":", "\"A\":", "parameter 'A' twice")]
    [InlineData("\"B\":", "\"b\":", "It lacks B. The model has no b.")]
    [InlineData("\"B\":", "\"B \":", "It lacks B. The model has no B .")]
    public void A_tensor_that_is_not_what_it_should_be_is_refused(string old, string changed, string expected)
    {
        var at = Good.IndexOf(old, StringComparison.Ordinal);
        var header = string.Concat(Good.AsSpan(0, at), changed, Good.AsSpan(at + old.Length));
        AssertRefused(SafeTensorsBytes.Of(header, new float[8]), expected);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        var header = Encoding.UTF8.GetBytes(Good);
        header[2] = 0xFF;
        AssertRefused(SafeTensorsBytes.Of(header, new float[8]), "header cannot be read");
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        AssertRefused(SafeTensorsBytes.Of(deep), "header cannot be read");
        AssertRefused(SafeTensorsBytes.Of("{\"A\":" + new string('[', 1_000_000)), "header cannot be read");
    }

    // F2
    [Theory]
    [InlineData(100_000_000UL, "ends too early: the header takes 100000000 bytes, 12 are there")]
    [InlineData(13UL, "ends too early: the header takes 13 bytes, 12 are there")]
    [InlineData(100_000_001UL, "not a file of parameters")]
    [InlineData(ulong.MaxValue, "not a file of parameters")]
    [InlineData(0UL, "not a file of parameters")]
    public void A_header_longer_than_the_file_is_refused_before_memory_is_taken(ulong length, string expected)
    {
        var file = new byte[20];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        foreach (var stream in (Stream[])[new MemoryStream(file), new ForwardStream(file), new ForwardStream(file, 3)])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            AssertRefused(stream, expected);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }
    }

    [Fact]
    public void A_stream_that_gives_a_few_bytes_at_a_time_loads()
    {
        // Metadata that make the header larger than the first chunk that is read.
        var metadata = new Dictionary<string, string> { ["text"] = new('x', 300_000) };
        var saved = new MemoryStream();
        NewStore(1).Save(saved, metadata);
        foreach (var most in (int[])[1, 7, 100_000])
        {
            var store = NewStore();
            Assert.Equal(metadata, store.Load(new ForwardStream(saved.ToArray(), most)));
            Assert.Equal(NewStore(1).Values, store.Values);
        }

        AssertRefused(new ForwardStream(saved.ToArray()[..200_000], 1000), "ends too early: the header takes");
        AssertRefused(
            new ForwardStream(saved.ToArray()[..^1], 1000),
            "ends too early: parameter 'B' takes 16 bytes, 15"
        );
        AssertRefused(new ForwardStream([.. saved.ToArray(), 0], 1000), "goes on after");
    }

    // F3
    [Fact]
    public void Many_tensors_that_the_model_has_not_are_counted_and_the_first_are_named()
    {
        var header = new StringBuilder("{");
        for (var i = 0; i < 300_000; i++)
        {
            header.Append(
                CultureInfo.InvariantCulture,
                $"\"t{i}\":{{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,0]}},"
            );
        }

        header.Length--;
        var message = AssertRefused(
            SafeTensorsBytes.Of(header.Append('}').ToString()),
            "It lacks A, B. The model has no t0, t1"
        );
        Assert.EndsWith("t18, t19 and more.", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 0, 300);
    }

    // F3
    [Fact]
    public void Long_names_shapes_and_types_are_cut()
    {
        var sizes = string.Join(',', Enumerable.Repeat("1", 1_000_000));
        AssertCut(
            Good.Replace("[2,2]", $"[{sizes}]", StringComparison.Ordinal),
            "[1, 1, 1, 1, 1, 1, 1, 1, ...] with 1000000 sizes"
        );
        var name = new string('n', 1_000_000);
        AssertCut(Good.Replace("\"B\"", $"\"{name}\"", StringComparison.Ordinal), "The model has no nnn");
        AssertCut(Good.Replace("F32", name, StringComparison.Ordinal), "the file has it as nnn");
        AssertCut(Good.Replace("dtype", name, StringComparison.Ordinal), "'A' has 'nnn");
        AssertCut($"{{\"{name}\":1}}", "nnn");
        AssertCut($"{{\"__metadata__\":{{\"{name}\":null}}}}", "Metadata 'nnn");
        AssertCut($"{{\"__metadata__\":{{\"{name}\":\"\",\"{name}\":\"\"}}}}", "metadata 'nnn");

        static void AssertCut(string header, string expected) =>
            Assert.InRange(AssertRefused(SafeTensorsBytes.Of(header, new float[8]), expected).Length, 0, 400);
    }

    [Fact]
    public void Metadata_are_read_without_the_parameters_and_only_from_a_header()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(
                path,
                SafeTensorsBytes.Of("""{"__metadata__":{"a":"b"},"A":{"dtype":"?","shape":[],"data_offsets":[0,0]}}""")
            );
            Assert.Equal("b", ParameterStore.ReadMetadata(path)["a"]);
            File.WriteAllBytes(path, SafeTensorsBytes.Of("""{"__metadata__":{"a":"b"},"A":1}"""));
            var error = Assert.Throws<InvalidDataException>(() => ParameterStore.ReadMetadata(path));
            Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Header(long a, long aEnd, long b, long bEnd) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"A":{"dtype":"F32","shape":[2,2],"data_offsets":[{{{a}}},{{{aEnd}}}]},
             "B":{"dtype":"F32","shape":[2,2],"data_offsets":[{{{b}}},{{{bEnd}}}]}}
            """
        );

    private static string AssertRefused(byte[] file, string expected) =>
        AssertRefused(new MemoryStream(file), expected);

    private static string AssertRefused(Stream file, string expected)
    {
        var store = NewStore();
        var before = store.Values.ToArray();
        var version = store.Version;
        var error = Assert.Throws<InvalidDataException>(() => store.Load(file));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, store.Values.ToArray());
        Assert.Equal(version, store.Version);
        return error.Message;
    }

    private static ParameterStore NewStore(ulong seed = 2)
    {
        var scope = ParameterScope.Root(seed);
        scope.Mat<State, In>("A", 2, 2, Initializer.Normal);
        scope.Mat<State, In>("B", 2, 2, Initializer.Normal);
        return scope.Store;
    }
}
