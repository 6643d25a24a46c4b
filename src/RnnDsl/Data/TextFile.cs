namespace RnnDsl.Data;

/// <summary>
/// Text in UTF-8, from files that may be compressed by gzip (which their first bytes tell). A byte that is not UTF-8, or a
/// compressed file that is damaged or ends too early, is an error that names the line; so is a NUL, which files have after what
/// was written before a power failure.
/// </summary>
public static class TextFile
{
    /// <summary>The file, or, if only that exists, the one with <c>.gz</c> appended to its name.</summary>
    /// <param name="path">The name of the plain file.</param>
    public static string PlainOrGzip(string path) =>
        !File.Exists(path) && File.Exists(path + ".gz") ? path + ".gz" : path;

    /// <summary>
    /// The lines of a file, read lazily with one line in memory. A line ends with LF or CR LF.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>The lines; each enumeration reads the file from its beginning.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">
    /// While enumerated: the file is damaged, or not UTF-8, or has a line of more than 16 MB.
    /// </exception>
    public static IEnumerable<TextLine> Lines(string path)
    {
        DataFile.RequireExists(path);
        return Read(path);

        static IEnumerable<TextLine> Read(string path)
        {
            using var reader = DataFile.Open(path);
            while (reader.ReadLine() is { } line)
            {
                yield return new(path, reader.Line, line);
            }
        }
    }

    /// <summary>The whole text of a file, with the ends of its lines as they are; a line may be of any length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The maximum number of bytes of it, decompressed: a small compressed file may hold more than any memory.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1.</exception>
    /// <exception cref="DataFormatException">The file is damaged, not UTF-8, or longer.</exception>
    public static string ReadAll(string path, int most = 1 << 28)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        using var reader = DataFile.Open(path);
        return reader.ReadAll(most);
    }
}
