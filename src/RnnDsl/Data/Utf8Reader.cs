using System.Buffers;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// Reads a text in UTF-8 line by line, strictly: .NET's reader replaces bytes that it
/// cannot decode by U+FFFD, or throws without saying where. A line ends with LF or CR LF. A byte order mark is skipped.
/// </summary>
/// <param name="stream">The text; it is disposed with the reader.</param>
/// <param name="path">The file, for messages.</param>
/// <param name="longest">The maximum number of bytes of a line: a small compressed file may hold a line too long for any memory.</param>
internal sealed class Utf8Reader(Stream stream, string path, int longest = Utf8Reader.LongestLine) : TextReader
{
    /// <summary>The maximum number of bytes of a line, 16 MB, about four times the longest series in public archives.</summary>
    public const int LongestLine = 1 << 24;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private readonly byte[] buffer = new byte[1 << 16];

    // The start of a line that continues after the end of the buffer.
    private readonly ArrayBufferWriter<byte> begun = new();
    private int first;
    private int last;

    // The line read last, its end, and how far Read has come in both.
    private string text = "";
    private string end = "";
    private int at;

    /// <summary>The line read last, from 1.</summary>
    public int Line { get; private set; }

    public override int Peek() => IsIn || NextLine() ? Current : -1;

    public override int Read()
    {
        var current = Peek();
        at++;
        return current;
    }

    /// <summary>The rest of the line, without its end; null at the end of the file.</summary>
    /// <exception cref="DataFormatException">The file is damaged, a byte is not UTF-8 or is NUL, or the line is too long.</exception>
    public override string? ReadLine()
    {
        if (!IsIn && !NextLine())
        {
            return null;
        }

        var rest = at < text.Length ? text[at..] : "";
        at = text.Length + end.Length;
        return rest;
    }

    /// <summary>The rest of the file, whatever the length of its lines.</summary>
    /// <param name="most">The maximum number of bytes.</param>
    /// <exception cref="DataFormatException">The file is damaged, a byte is not UTF-8 or is NUL, or there are more bytes.</exception>
    public string ReadAll(int most)
    {
        begun.Clear();
        while (first < last || Fill())
        {
            if (last - first > most - begun.WrittenCount)
            {
                throw new DataFormatException(
                    path,
                    0,
                    Invariant($"the text has more than {most} bytes: read it line by line, or allow for more.")
                );
            }

            begun.Write(buffer.AsSpan(first, last - first));
            first = last;
        }

        var all = Utf8Text.Decode(WithoutMark(begun.WrittenSpan), path, Line + 1);
        begun.Clear();
        return all;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsIn => at < text.Length + end.Length;

    private char Current => at < text.Length ? text[at] : end[at - text.Length];

    private bool NextLine()
    {
        begun.ResetWrittenCount();
        while (first < last || Fill())
        {
            var bytes = buffer.AsSpan(first, last - first);
            var feed = bytes.IndexOf((byte)'\n');
            bytes = feed < 0 ? bytes : bytes[..(feed + 1)];
            first += bytes.Length;
            if (feed >= 0 && begun.WrittenCount == 0)
            {
                return Take(bytes);
            }

            begun.Write(bytes);
            RequireShort();
            if (feed >= 0)
            {
                break;
            }
        }

        return begun.WrittenCount > 0 && Take(begun.WrittenSpan);
    }

    private void RequireShort()
    {
        if (begun.WrittenCount > longest)
        {
            // A run of NULs, as in a file whose space was allocated before it was written, is not a long line.
            Utf8Text.RequireNoNul(begun.WrittenSpan, path, Line + 1);
            throw new DataFormatException(
                path,
                Line + 1,
                Invariant(
                    $"the line has more than {longest} bytes, which no line of data has; {nameof(TextFile)}."
                        + $"{nameof(TextFile.ReadAll)} reads a text without lines."
                )
            );
        }
    }

    private bool Take(ReadOnlySpan<byte> bytes)
    {
        bytes = WithoutMark(bytes);
        Line++;
        (end, at) = (
            bytes.EndsWith("\r\n"u8) ? "\r\n"
            : bytes.EndsWith("\n"u8) ? "\n"
            : "",
            0
        );
        text = Utf8Text.Decode(bytes[..^end.Length], path, Line);
        // A file of nothing but a byte order mark has no line.
        return IsIn;
    }

    private ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        Line == 0 && bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    private bool Fill()
    {
        try
        {
            (first, last) = (0, stream.Read(buffer));
            return last > 0;
        }
        catch (InvalidDataException exception)
        {
            var lines = Line + begun.WrittenSpan.Count((byte)'\n');
            throw new DataFormatException(
                path,
                lines + 1,
                Invariant(
                    $"the compressed file is damaged or ends too early, {lines} lines were read: {exception.Message}"
                ),
                exception
            );
        }
    }
}
