using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>Row buffers of random numbers, with NaN wherever no kernel may look.</summary>
internal static class Batch
{
    public static RowBuffer Random(int seed, int width, int rows, BufferSlots slots = BufferSlots.One, int steps = 1) =>
        Random(seed, width, Lengths.Equal(rows, steps), slots);

    public static RowBuffer Random(int seed, int width, Lengths lengths, BufferSlots slots)
    {
        var random = new Random(seed);
        var buffer = new RowBuffer(slots, width);
        buffer.Reserve(lengths);
        for (var slot = 0; slot < buffer.Slots; slot++)
        {
            buffer.SpoilPadding(slot);
            for (var row = 0; row < buffer.RowCount(slot); row++)
            {
                foreach (ref var value in buffer.Row(slot, row))
                    value = random.NextSingle() * 2 - 1;
            }
        }

        return buffer;
    }

    /// <summary>A buffer that holds NaN everywhere, so that what is never written shows.</summary>
    public static RowBuffer Unwritten(int width, int rows)
    {
        var buffer = new RowBuffer(BufferSlots.One, width);
        buffer.Reserve(Lengths.Equal(rows, 1));
        buffer.SpoilPadding(0);
        return buffer;
    }

    private static unsafe void SpoilPadding(this RowBuffer buffer, int slot)
    {
        for (var row = 0; row < buffer.RowCount(slot); row++)
            new Span<float>(buffer.At(slot).At(row, 0, buffer.Stride), buffer.Stride).Fill(float.NaN);
    }
}
