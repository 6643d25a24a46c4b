using System.Runtime.CompilerServices;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>The files of the repository that these tests belong to.</summary>
internal static partial class RepositoryFiles
{
    public static string Folder { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    private static string Find([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
