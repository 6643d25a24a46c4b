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
                "build/net10.0/RnnDsl.props",
                "build/net10.0/RnnDsl.targets",
                "buildTransitive/net10.0/RnnDsl.props",
                "buildTransitive/net10.0/RnnDsl.targets",
                "README.md",
            },
            files
        );
        // C5: what is for every framework would make the package fit each of them.
        Assert.DoesNotContain(files, x => x is "build/RnnDsl.props" or "buildTransitive/RnnDsl.props");
        // A dependency of the generator, or a second library, would be one more .dll.
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

    // C6
    [Fact]
    public async Task TheReadmesFirstBlock_CompilesInAnEmptyConsoleProject()
    {
        var project = new EmptyProject(package, "first", "net10.0");
        project.Write("Sine.cs", ReadmeTests.FirstBlock);

        var build = await project.Run("build");

        Assert.True(build.ExitCode == 0, build.ToString());
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
    }

    // C5
    [Fact]
    public async Task AProjectForAnOlderFramework_IsToldThatThePackageIsNotForIt()
    {
        var project = new EmptyProject(package, "older", "net8.0");

        var restore = await project.Run("restore");

        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains("NU1202", restore.Output, StringComparison.Ordinal);
        Assert.Contains("net8.0", restore.Output, StringComparison.Ordinal);
    }

    // C15, W13
    [Theory]
    [InlineData("linux-x64", "x86-64-v3")]
    [InlineData("win-x64", "x86-64-v3")]
    [InlineData("linux-arm64", "")]
    public async Task WhatNativeAotCompiles_HasFusedOperations(string runtime, string instructions)
    {
        var project = new EmptyProject(package, "native-" + runtime, "net10.0");
        var restore = await project.Run("restore");
        Assert.True(restore.ExitCode == 0, restore.ToString());

        string[] asked = ["msbuild", "-getProperty:IlcInstructionSet", "-p:RuntimeIdentifier=" + runtime];
        var native = await project.Run([.. asked, "-p:PublishAot=true"]);
        var chosen = await project.Run([.. asked, "-p:PublishAot=true", "-p:IlcInstructionSet=native"]);
        var other = await project.Run(asked);

        Assert.Equal(instructions, native.Output.Trim());
        Assert.Equal("native", chosen.Output.Trim());
        Assert.Equal("", other.Output.Trim());
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
