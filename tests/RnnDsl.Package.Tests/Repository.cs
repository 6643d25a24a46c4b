using System.Reflection;

namespace RnnDsl.Package.Tests;

/// <summary>What the build says about the repository that these tests belong to.</summary>
internal static class Repository
{
    public static string Folder => Metadata("Repository");

    public static string Configuration => Metadata("Configuration");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == key).Value!;
}
