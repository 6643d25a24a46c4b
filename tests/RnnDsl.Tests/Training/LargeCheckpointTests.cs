using RnnDsl.Files;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>T1: checkpoints of more than 2 GB, without the gigabytes: small blocks, and files that have nothing but holes.</summary>
public sealed class LargeCheckpointTests : IDisposable
{
    private const long Length = 2_160_004_004;
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Blocks_of_any_size_give_the_same_bytes_and_the_same_numbers(int block)
    {
        double[] numbers = [.. Enumerable.Range(0, 100).Select(i => i / 7.0)];
        using var whole = new MemoryStream();
        NumberBlocks.Write<double>(whole, numbers);
        using var blocks = new MemoryStream();
        NumberBlocks.Write<double>(blocks, numbers, block);
        Assert.Equal(whole.ToArray(), blocks.ToArray());
        Assert.Equal(800, blocks.Length);

        blocks.Position = 0;
        var read = new double[100];
        NumberBlocks.Read(blocks, read.AsSpan(), block);
        Assert.Equal(numbers, read);
    }

    [Fact]
    public void Parameters_of_more_than_2_GB_are_a_section_like_any_other()
    {
        using var file = new FileStream(path, FileMode.Create);
        file.Write(BitConverter.GetBytes(Length));
        file.Position = sizeof(long) + Length - 1;
        file.Write([1, 2, 3, 4, 5]);
        file.Position = 0;
        var reader = new CheckpointReader(file, file.Length);
        var last = reader.Section(
            "its parameters",
            section =>
            {
                Assert.Equal(Length, section.Length);
                section.Seek(-1, SeekOrigin.End);
                var value = section.ReadByte();
                Assert.Equal(-1, section.ReadByte());
                return value;
            }
        );
        Assert.Equal((1, 0x05040302), (last, reader.Number<int>("the rest")));
        reader.End();
    }

    [Fact]
    public void A_section_that_the_file_does_not_have_is_refused()
    {
        using var file = new FileStream(path, FileMode.Create);
        file.Write(BitConverter.GetBytes(Length));
        file.Write(new byte[100]);
        file.Position = 0;
        var error = Assert.Throws<InvalidDataException>(() =>
            new CheckpointReader(file, file.Length).Section("its parameters", _ => 0)
        );
        Assert.Equal("its parameters would take 2160004004 bytes, and 100 are left", error.Message);
    }
}
