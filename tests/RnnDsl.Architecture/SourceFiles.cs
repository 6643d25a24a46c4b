namespace RnnDsl.Architecture;

/// <summary>The files of a folder that people write: none that a build writes.</summary>
public static class SourceFiles
{
    /// <summary>Paths relative to a folder, with <c>/</c>, of the files in it and below it, in ordinal order.</summary>
    public static IEnumerable<string> Below(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>Those of C#.</summary>
    public static IEnumerable<string> OfCode(string folder) =>
        Below(folder).Where(file => file.EndsWith(".cs", StringComparison.Ordinal));
}
