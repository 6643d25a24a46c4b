using RnnDsl.Files;

namespace RnnDsl.Data;

/// <summary>Opens files of data: text in UTF-8, plain or compressed by gzip.</summary>
internal static class DataFile
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static void RequireExists(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            var found = Directory.Exists(path) ? "a folder has that name" : "nothing has that name";
            throw new FileNotFoundException($"Cannot read {path}: expected a file, but {found}.", path);
        }
    }

    /// <summary>Opens a file to read it line by line.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">Its name says gzip and its first bytes do not.</exception>
    public static Utf8Reader Open(string path)
    {
        RequireExists(path);
        var file = File.OpenRead(path);
        try
        {
            // Every gzip file begins with these two bytes, and no text does.
            var isCompressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            if (!isCompressed && path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                throw new DataFormatException(
                    path,
                    0,
                    $"the name ends in .gz, but the file ({file.Length} bytes) does not begin as gzip does."
                );
            }

            file.Position = 0;
            return new Utf8Reader(isCompressed ? new CompleteGzipStream(file) : file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
