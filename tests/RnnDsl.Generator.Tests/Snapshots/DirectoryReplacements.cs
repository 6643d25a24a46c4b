using System.Runtime.CompilerServices;

namespace RnnDsl.Generator.Tests.Snapshots;

/// <summary>Names the folders of this machine in a text, so that a snapshot is the same on every machine.</summary>
internal static class DirectoryReplacements
{
    private static readonly (string Find, string Name)[] Pairs = All().OrderByDescending(x => x.Find.Length).ToArray();

    public static string Replace(string text)
    {
        foreach (var (find, name) in Pairs)
        {
            text = text.Replace(find + "/", name, StringComparison.Ordinal)
                .Replace(find + "\\", name, StringComparison.Ordinal)
                .Replace(find, name, StringComparison.Ordinal);
        }
        return text;
    }

    private static IEnumerable<(string Find, string Name)> All([CallerFilePath] string thisFile = "")
    {
        var project = Path.GetDirectoryName(Path.GetDirectoryName(thisFile))!;
        yield return (project, "{ProjectDirectory}");
        yield return (Path.GetDirectoryName(Path.GetDirectoryName(project))!, "{SolutionDirectory}");
        yield return (Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), "{CurrentDirectory}");

        var temp = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        if (temp.Length > 1)
        {
            yield return (temp, "{TempPath}");
        }
    }
}
