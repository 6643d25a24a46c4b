using System.IO.Compression;

namespace RnnDsl.Files;

/// <summary>
/// The bytes of a gzip file and then, on request, those of one more member appended by this class, whose content is
/// <see cref="Mark"/>. A decoder that finds the mark was between two members: the file was complete.
/// </summary>
internal sealed class GzipInput(Stream file) : ReadOnlyStream
{
    private static readonly byte[] member = Compress();
    private int marked = -1;

    public static ReadOnlySpan<byte> Mark => "RnnDsl: the end"u8;

    /// <summary>From now on the mark follows the file's bytes.</summary>
    public void AppendMark() => marked = 0;

    public override int Read(Span<byte> buffer)
    {
        if (marked < 0)
        {
            return file.Read(buffer);
        }

        var count = Math.Min(buffer.Length, member.Length - marked);
        member.AsSpan(marked, count).CopyTo(buffer);
        marked += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compress()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress))
        {
            gzip.Write(Mark);
        }

        return bytes.ToArray();
    }
}
