using Xunit;

namespace RnnDsl.Package.Tests;

/// <summary>A sample as a person runs it: a process, its last line, its exit code.</summary>
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

    public static string LastLine(Dotnet.Result result) => result.Output.TrimEnd('\n').Split('\n')[^1];

    /// <summary>It ended with one line, which names these.</summary>
    public static void AssertRefused(Dotnet.Result result, params string[] names)
    {
        Assert.Equal(2, result.ExitCode);
        var line = Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.All(names, name => Assert.Contains(name, line, StringComparison.Ordinal));
    }
}
