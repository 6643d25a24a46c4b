using Xunit;

namespace RnnDsl.Package.Tests;

/// <summary>The package, packed once from the build, in a separate folder.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("rnndsl-package-").FullName;

    public string File => Directory.GetFiles(Folder, "RnnDsl.*.nupkg").Single();

    public async ValueTask InitializeAsync()
    {
        var result = await Dotnet.Run(
            Repository.Folder,
            ["pack", "src/RnnDsl", "--no-build", "-c", Repository.Configuration, "-o", Folder]
        );
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
