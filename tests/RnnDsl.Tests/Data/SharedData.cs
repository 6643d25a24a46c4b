namespace RnnDsl.Tests.Data;

/// <summary>Real data that may be next to the repository; a test that needs it is skipped if it is missing.</summary>
internal static class SharedData
{
    /// <summary>The path of a file below <c>shared/data</c> in a folder above the tests.</summary>
    public static string Require(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/data/{file} is not there.");
        return "";
    }
}
