using System.Text.RegularExpressions;
using RnnDsl.Architecture;

namespace RnnDsl.Generator.Tests.Repository;

/// <content>Those that no build writes.</content>
internal static partial class RepositoryFiles
{
    /// <summary>The paths of the files in a folder of the repository and below it.</summary>
    public static IEnumerable<string> Below(string folder) =>
        SourceFiles.Below(Path.Combine(Folder, folder)).Select(file => $"{folder}/{file}");

    /// <summary>Those of C#.</summary>
    public static IEnumerable<string> OfCode(string folder) =>
        SourceFiles.OfCode(Path.Combine(Folder, folder)).Select(file => $"{folder}/{file}");

    /// <summary>The files of the library, the generator, the samples, and the README, that a pattern is found in, in order.</summary>
    public static IEnumerable<string> Naming(Regex pattern) =>
        new[] { "src", "generator", "samples" }
            .SelectMany(Below)
            .Append("README.md")
            .Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".txt")
            .Where(file => pattern.IsMatch(Read(file)))
            .Order(StringComparer.Ordinal);
}
