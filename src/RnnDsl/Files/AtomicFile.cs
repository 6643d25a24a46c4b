namespace RnnDsl.Files;

/// <summary>
/// Writes a file beside its place and then moves it there, so that a crash leaves the old file or the new one, never half
/// of one.
/// </summary>
internal static class AtomicFile
{
    /// <summary>Writes a file; the old one, if there is one, is replaced only when the new one is complete.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the content; the stream can also be read and sought.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
