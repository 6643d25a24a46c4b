using System.Globalization;
using System.Xml.Linq;
using Xunit;

namespace RnnDsl.Package.Tests;

/// <summary>Runs a sample as a user does: as a process, with its last line and its exit code.</summary>
internal static class Sample
{
    public static Task<Dotnet.Result> Run(string name, params string[] arguments)
    {
        var sample = Path.Combine(Repository.Folder, "samples", name);
        return Dotnet.Run(
            sample,
            [Path.Combine(sample, "bin", Repository.Configuration, "net10.0", name + ".dll"), .. arguments]
        );
    }

    /// <summary>T11: what goes to a file has no codes for colors and cursors, and each text is in the output.</summary>
    public static void AssertPlain(Dotnet.Result result, params string[] texts)
    {
        Assert.DoesNotContain("\x1b", result.Output + result.Error, StringComparison.Ordinal);
        Assert.All(texts, text => Assert.Contains(text, result.Output, StringComparison.Ordinal));
    }

    /// <summary>T11: a picture says what it shows, and what its axes are.</summary>
    public static void AssertLabelled(string svg, params string[] texts)
    {
        var written = XDocument
            .Load(svg)
            .Descendants()
            .Where(x => x.Name.LocalName == "text")
            .Select(x => x.Value)
            .ToArray();
        Assert.All(texts, text => Assert.Contains(text, written));
        // The numbers at the lines of both axes.
        Assert.True(written.Count(text => double.TryParse(text, CultureInfo.InvariantCulture, out _)) >= 8);
    }

    public static string LastLine(Dotnet.Result result) => result.Output.TrimEnd('\n').Split('\n')[^1];

    /// <summary>It ended with one line, which names these.</summary>
    public static void AssertRefused(Dotnet.Result result, params string[] names)
    {
        Assert.Equal(2, result.ExitCode);
        var line = Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.All(names, name => Assert.Contains(name, line, StringComparison.Ordinal));
    }
}
