using System.Diagnostics;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Starts this program in a new process.</summary>
internal static class FreshProcess
{
    /// <summary>Runs it to its end; what it prints appears where this process prints.</summary>
    /// <returns>Its exit code.</returns>
    public static int Run(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        // In "dotnet RnnDsl.Benchmarks.dll" the program is dotnet.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FreshProcess).Assembly.Location);
        }
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
