using System.IO.Compression;
using System.Text;

namespace RnnDsl.Tests.Data;

/// <summary>A file of a test, which is deleted after the test.</summary>
public sealed class TemporaryFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rnndsl-").FullName;

    public TemporaryFile(string name) => Path = System.IO.Path.Combine(folder, name);

    public string Path { get; }

    /// <summary>All files of the folder, which is the file's alone.</summary>
    public string[] Files => Directory.GetFiles(folder);

    public static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    public string Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public string Write(byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        return Path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
