using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Xunit;

namespace RnnDsl.Package.Tests;

public sealed class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public void ThePackage_HasTheLibraryTheGeneratorAndItsGlobalUsings()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var files = archive.Entries.Select(x => x.FullName).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "lib/net10.0/RnnDsl.dll",
                "lib/net10.0/RnnDsl.xml",
                "analyzers/dotnet/cs/RnnDsl.Generator.dll",
                "build/RnnDsl.props",
                "buildTransitive/RnnDsl.props",
                "README.md",
            },
            files
        );
        // A dependency of the generator beside it, or a second library, would be one more .dll.
        Assert.Equal(2, files.Count(x => x.EndsWith(".dll", StringComparison.Ordinal)));
    }

    [Fact]
    public void ThePackage_DependsOnNothing()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(archive.GetEntry("RnnDsl.nuspec")!.Open());

        Assert.DoesNotContain("<dependency ", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProjectElsewhere_DeclaresACellOfItsOwn_AndTrainsIt()
    {
        var folder = Path.Combine(package.Folder, "consumer");
        Copy(Path.Combine(AppContext.BaseDirectory, "Consumer"), folder);
        // Nothing comes from outside: one source, the package's folder, and a cache of packages that begins empty.
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources><clear /><add key="local" value="{package.Folder}" /></packageSources>
            </configuration>
            """
        );
        var packages = ("NUGET_PACKAGES", Path.Combine(package.Folder, "packages"));

        var build = await Dotnet.Run(folder, ["build", "-c", "Release", "-o", "out"], packages);
        Assert.True(build.ExitCode == 0, build.ToString());

        var run = await Dotnet.Run(folder, [Path.Combine("out", "Consumer.dll")]);
        Assert.True(run.ExitCode == 0, run.ToString());
        var losses = Regex.Match(
            run.Output,
            "loss (?<before>[0-9.]+) -> (?<after>[0-9.]+), predicts (?<next>-?[0-9.]+)"
        );
        Assert.True(losses.Success, run.ToString());
        Assert.True(Number("after") < 0.1 * Number("before"), run.Output);
        // The mean of 1, 0, 1, 0: what the net was taught to say.
        Assert.Equal(0.5, Number("next"), 0.15);

        double Number(string name) => double.Parse(losses.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
