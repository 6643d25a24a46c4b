using System.IO.Compression;

namespace RnnDsl.Files;

/// <summary>
/// Decompresses a gzip file of one or more members, and detects truncation: the stream of .NET ends
/// where the file ends, even in the middle of a member, without an error.
/// </summary>
internal sealed class CompleteGzipStream : ReadOnlyStream
{
    private readonly GzipInput input;
    private readonly GZipStream gzip;
    private bool isEnd;

    /// <param name="file">The compressed file, at its beginning.</param>
    public CompleteGzipStream(Stream file)
    {
        input = new(file);
        gzip = new(input, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The file is damaged, or ends too early.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (isEnd || buffer.IsEmpty)
        {
            return 0;
        }

        var count = gzip.Read(buffer);
        if (count == 0)
        {
            RequireComplete();
            isEnd = true;
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private void RequireComplete()
    {
        input.AppendMark();
        Span<byte> rest = stackalloc byte[GzipInput.Mark.Length + 1];
        var count = gzip.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
        if (!rest[..count].SequenceEqual(GzipInput.Mark))
        {
            throw new InvalidDataException("The compressed file ends too early.");
        }
    }
}
