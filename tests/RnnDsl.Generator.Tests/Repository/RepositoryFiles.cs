using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>The files of the repository that these tests belong to.</summary>
internal static class RepositoryFiles
{
    public static string Folder { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>The files of the library, the generator, the samples, and the README, that a pattern is found in, in order.</summary>
    public static IEnumerable<string> Naming(Regex pattern) =>
        new[] { "src", "generator", "samples" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories)
            )
            .Append(Path.Combine(Folder, "README.md"))
            .Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".txt")
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Where(file => pattern.IsMatch(Read(file)))
            .Order(StringComparer.Ordinal);

    private static string Find([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
