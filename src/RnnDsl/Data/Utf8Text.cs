using System.Buffers;
using System.Text;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>Decodes UTF-8 strictly: no byte is replaced.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of one or more lines.</summary>
    /// <param name="bytes">The lines.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="line">The number of the first line.</param>
    /// <exception cref="DataFormatException">A byte is not UTF-8, or NUL.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string path, int line)
    {
        RequireNoNul(bytes, path, line);
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

            throw Wrong(bytes[..place], path, line, $"found the byte 0x{bytes[place]:X2}", exception);
        }
    }

    /// <summary>Checks that the start of a line contains no NUL.</summary>
    /// <param name="bytes">The start of the line.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="line">The number of the line.</param>
    /// <exception cref="DataFormatException">A byte is NUL.</exception>
    public static void RequireNoNul(ReadOnlySpan<byte> bytes, string path, int line)
    {
        // .NET would ignore it in a number: "25" and NULs parse as 25, though the file may have contained 2534.
        if (bytes.IndexOf((byte)0) is >= 0 and var place)
        {
            throw Wrong(
                bytes[..place],
                path,
                line,
                "found a NUL byte, with which a file goes on that was not written to its end"
            );
        }
    }

    private static DataFormatException Wrong(
        ReadOnlySpan<byte> before,
        string path,
        int line,
        string found,
        Exception? inner = null
    )
    {
        var place = before.Length - before.LastIndexOf((byte)'\n');
        line += before.Count((byte)'\n');
        return new(path, line, Invariant($"expected text in UTF-8, {found} at byte {place} of the line."), inner);
    }
}
