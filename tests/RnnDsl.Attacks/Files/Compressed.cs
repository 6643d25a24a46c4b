using System.IO.Compression;

namespace RnnDsl.Attacks.Files;

/// <summary>Files that gzip compressed.</summary>
internal static class Compressed
{
    public static byte[] Of(byte[] plain)
    {
        using var all = new MemoryStream();
        using (var gzip = new GZipStream(all, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return all.ToArray();
    }

    /// <summary>A small compressed file with a line of the given number of megabytes.</summary>
    public static byte[] Bomb(byte[] before, int megabytes)
    {
        using var all = new MemoryStream();
        using (var gzip = new GZipStream(all, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(before);
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)'7');
            for (var i = 0; i < megabytes; i++)
            {
                gzip.Write(block);
            }
        }

        return all.ToArray();
    }
}
