using System.Runtime.InteropServices;

namespace RnnDsl.Files;

/// <summary>Numbers as bytes, in blocks: a span has no more than 2 GB of bytes, and numbers may take more.</summary>
internal static class NumberBlocks
{
    /// <summary>How many numbers are written or read at once, unless a caller says otherwise.</summary>
    public const int Block = 1 << 18;

    /// <summary>Writes numbers.</summary>
    /// <param name="stream">The destination.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="block">The maximum count to write at once.</param>
    public static void Write<T>(Stream stream, ReadOnlySpan<T> numbers, int block = Block)
        where T : unmanaged
    {
        while (!numbers.IsEmpty)
        {
            var some = numbers[..Math.Min(block, numbers.Length)];
            stream.Write(MemoryMarshal.AsBytes(some));
            numbers = numbers[some.Length..];
        }
    }

    /// <summary>Reads numbers.</summary>
    /// <param name="stream">The source.</param>
    /// <param name="numbers">What to fill.</param>
    /// <param name="block">The maximum count to read at once.</param>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    public static void Read<T>(Stream stream, Span<T> numbers, int block = Block)
        where T : unmanaged
    {
        while (!numbers.IsEmpty)
        {
            var some = numbers[..Math.Min(block, numbers.Length)];
            stream.ReadExactly(MemoryMarshal.AsBytes(some));
            numbers = numbers[some.Length..];
        }
    }
}
