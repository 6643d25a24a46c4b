using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public sealed class ShareBlocksTests
{
    [Theory]
    [InlineData(0, 0, 4096, "")]
    [InlineData(0, 1, 4096, "0-1")]
    [InlineData(0, 19, 4096, "0-8 8-16 16-19")]
    [InlineData(3, 19, 4096, "3-11 11-19")]
    [InlineData(0, 19, 1, "0-19")]
    [InlineData(2, 5, 40_000, "2-3 3-4 4-5")]
    [InlineData(2, 5, int.MaxValue, "2-3 3-4 4-5")]
    public void Each_row_is_in_one_block(int first, int last, int floats, string expected)
    {
        var share = Share.OfRows(Lengths.Equal(19, 2), first, last);
        var blocks = new List<string>();
        foreach (var block in share.Blocks(floats))
        {
            blocks.Add($"{block.First}-{block.Last}");
        }

        Assert.Equal(expected, string.Join(' ', blocks));
    }

    [Fact]
    public void A_block_has_the_steps_of_its_longest_row()
    {
        var lengths = Lengths.Of([9, 7, 2, 1]);
        var steps = new List<int>();
        foreach (var block in Share.OfRows(lengths, 0, 4).Blocks(16 * 1024))
        {
            steps.Add(block.Steps);
        }

        Assert.Equal([9, 2], steps);
    }
}
