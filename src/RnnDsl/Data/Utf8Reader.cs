using System.Buffers;
using System.Text;

namespace RnnDsl.Data;

/// <summary>
/// Reads a text in UTF-8 line by line and takes no byte for another: .NET's reader puts U+FFFD in the place of what it
/// cannot read, or says that there was something somewhere. A line ends with LF or CR LF. A byte order mark is skipped.
/// </summary>
internal sealed class Utf8Reader(Stream stream, string path) : TextReader
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly byte[] buffer = new byte[1 << 16];

    // The beginning of a line that the buffer ended in.
    private readonly ArrayBufferWriter<byte> begun = new();
    private int first;
    private int last;

    // The line read last, with its end, and how far Read has come in it.
    private string text = "";
    private int at;

    /// <summary>The line read last, from 1.</summary>
    public int Line { get; private set; }

    public override int Peek() => at < text.Length || NextLine() ? text[at] : -1;

    public override int Read() => at < text.Length || NextLine() ? text[at++] : -1;

    /// <summary>What is left of the line, without its end; null at the end of the file.</summary>
    /// <exception cref="DataFormatException">The file is damaged, or a byte is not UTF-8.</exception>
    public override string? ReadLine()
    {
        if (at == text.Length && !NextLine())
        {
            return null;
        }

        var rest = text.AsSpan(at);
        at = text.Length;
        if (rest.EndsWith('\n'))
        {
            rest = rest[..^1];
            rest = rest.EndsWith('\r') ? rest[..^1] : rest;
        }

        return rest.ToString();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool NextLine()
    {
        begun.ResetWrittenCount();
        while (first < last || Fill())
        {
            var bytes = buffer.AsSpan(first, last - first);
            var end = bytes.IndexOf((byte)'\n');
            bytes = end < 0 ? bytes : bytes[..(end + 1)];
            first += bytes.Length;
            if (end >= 0 && begun.WrittenCount == 0)
            {
                return Take(bytes);
            }

            begun.Write(bytes);
            if (end >= 0)
            {
                break;
            }
        }

        return begun.WrittenCount > 0 && Take(begun.WrittenSpan);
    }

    private bool Take(ReadOnlySpan<byte> bytes)
    {
        Line++;
        if (Line == 1 && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        (text, at) = (Decode(bytes), 0);
        // A file of nothing but a byte order mark has no line.
        return text.Length > 0;
    }

    private bool Fill()
    {
        try
        {
            (first, last) = (0, stream.Read(buffer));
            return last > 0;
        }
        catch (InvalidDataException exception)
        {
            throw new DataFormatException(
                path,
                Line + 1,
                $"the compressed file is damaged or ends too early, {Line} lines were read: {exception.Message}",
                exception
            );
        }
    }

    private string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return utf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var place = 0;
            while (Rune.DecodeFromUtf8(bytes[place..], out _, out var length) == OperationStatus.Done)
            {
                place += length;
            }

            throw new DataFormatException(
                path,
                Line,
                $"expected text in UTF-8, found the byte 0x{bytes[place]:X2} at byte {place + 1} of the line.",
                exception
            );
        }
    }
}
